/** Pipes as an owner writes them in Open WebUI's functions: each is a model, or several. */

/** One model. What the question asks for decides what it does besides answering. */
export const DESK_PIPE = `
class Pipe:
    async def pipe(self, body: dict, __event_emitter__=None, __tools__=None):
        question = body["messages"][-1]["content"]
        if "RAISE-FIRST" in question:
            raise Exception("the pipe broke")
        if "EVENTS" in question and __event_emitter__:
            await __event_emitter__({"type": "status", "data": {"description": "pipe looks it up", "done": False}})
            await __event_emitter__({"type": "source", "data": {
                "source": {"name": "Prices", "url": "https://pipe.example.com/prices"},
                "document": ["Seven euros."],
                "metadata": [{"source": "https://pipe.example.com/prices"}],
            }})
            await __event_emitter__({"type": "status", "data": {"description": "pipe looks it up", "done": True}})
        yield "Pipe says: "
        if "DICTIONARIES" in question:
            yield {"event": {"type": "status", "data": {"description": "in the middle", "done": True}}}
        if "TOOL" in question and __tools__ and "get_weather" in __tools__:
            yield str(await __tools__["get_weather"]["callable"](city="Lyon")) + " "
        if "RAISE-LATER" in question:
            raise Exception("the pipe broke")
        yield "done"
`;

/** Answers with one string instead of pieces. */
export const STRING_PIPE = `
class Pipe:
    def pipe(self, body: dict):
        return "One string."
`;

/** A manifold: two models of one function. */
export const MANIFOLD_PIPE = `
class Pipe:
    def pipes(self):
        return [{"id": "short", "name": "Short"}, {"id": "long", "name": "Long"}]

    async def pipe(self, body: dict):
        yield "I am " + body["model"].split(".")[-1]
`;
