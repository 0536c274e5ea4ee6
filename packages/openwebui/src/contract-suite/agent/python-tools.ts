/** Tools as an owner writes them in Open WebUI's workspace. */
export const DESK_TOOL = `
import asyncio

class Tools:
    def __init__(self):
        self.citation = False

    async def get_weather(self, city: str, __event_emitter__=None) -> str:
        """
        Current weather of a city.
        :param city: the city
        """
        if __event_emitter__:
            await __event_emitter__({"type": "status", "data": {"description": "Asking the weather of " + city, "done": False}})
            await __event_emitter__({"type": "citation", "data": {"document": ["It is 21 degrees in " + city], "metadata": [{"source": "https://weather.example.com/" + city, "name": "Weather"}], "source": {"name": "weather.example.com", "url": "https://weather.example.com"}}})
            await __event_emitter__({"type": "status", "data": {"description": "Weather found", "done": True}})
        return "21 degrees and sunny in " + city

    async def sleep_long(self, seconds: int) -> str:
        """
        Takes its time.
        :param seconds: how long
        """
        await asyncio.sleep(seconds)
        return "slept"

    async def fail(self, reason: str) -> str:
        """
        Fails.
        :param reason: why
        """
        raise Exception("tool broke: " + reason)

    async def flood(self, kilobytes: int) -> str:
        """
        Answers a lot.
        :param kilobytes: how much
        """
        return "x" * (1024 * kilobytes)

    async def ask(self, kind: str, __event_call__=None) -> str:
        """
        Asks whoever sits before the browser.
        :param kind: input, confirmation or execute
        """
        if not __event_call__:
            return "nobody to ask"
        answer = await __event_call__({"type": kind, "data": {"title": "Q", "message": "Which one?", "placeholder": "p", "code": "return 1"}})
        return "the answer was " + str(answer)
`;

/** A tool that its owner shares with nobody. */
export const PRIVATE_TOOL = `
class Tools:
    async def get_secret(self, name: str) -> str:
        """
        Tells a secret.
        :param name: of what
        """
        return "a secret of " + name
`;
