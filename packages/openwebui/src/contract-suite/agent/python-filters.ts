/** Filters as an owner writes them. `stamp` can be switched by chat; `watch` is on for every model. */

/** Written for events as dictionaries, which is how Open WebUI's documentation describes them. */
export const STAMP_FILTER = `
import os

class Filter:
    def __init__(self):
        self.toggle = True

    async def inlet(self, body: dict, __event_emitter__=None) -> dict:
        for message in reversed(body["messages"]):
            if message["role"] == "user" and isinstance(message["content"], str):
                message["content"] = message["content"] + " [inlet; outlets so far " + os.environ.get("STAMP_OUTLETS", "0") + "]"
                break
        if __event_emitter__:
            await __event_emitter__({"type": "status", "data": {"description": "inlet ran", "done": True}})
        return body

    def stream(self, event: dict) -> dict:
        for choice in event.get("choices", []):
            delta = choice.get("delta", {})
            if delta.get("content"):
                delta["content"] = delta["content"].replace("secret", "[hidden]")
        return event

    async def outlet(self, body: dict) -> dict:
        os.environ["STAMP_OUTLETS"] = str(int(os.environ.get("STAMP_OUTLETS", "0")) + 1)
        body["messages"][-1]["content"] = str(body["messages"][-1].get("content")) + " [outlet]"
        return body
`;

/** Acts on questions with the word WATCH alone, so that other cases are left alone. */
export const WATCH_FILTER = `
class Filter:
    async def inlet(self, body: dict) -> dict:
        for message in body["messages"]:
            if message["role"] == "user" and isinstance(message["content"], str) and "WATCH" in message["content"]:
                message["content"] = message["content"].replace("WATCH", "watched")
        return body
`;
