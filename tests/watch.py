"""What a browser complains of while it shows a page.

In: a Playwright page. Out: console errors, breaches of the security policy, addresses asked for.
"""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page

REPORT = """addEventListener('securitypolicyviolation', (event) => reportViolation(
  `${event.violatedDirective} blocks ${event.blockedURI || 'inline code'} in ${event.documentURI}`
));"""


@dataclass
class Log:
    """A listener on one page."""

    errors: list[str] = field(default_factory=list)
    """console errors and uncaught exceptions"""
    violations: list[str] = field(default_factory=list)
    """breaches of the content security policy"""
    requests: list[str] = field(default_factory=list)
    """every address asked for"""

    def watch(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.expose_function("reportViolation", self._violated)
        page.add_init_script(REPORT)

    def _violated(self, breach: str) -> None:
        self.violations.append(breach)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.location.get('url')}: {message.text}")

    def foreign(self, own: str) -> list[str]:
        """Return the addresses asked for that do not begin with OWN."""
        return [url for url in self.requests if not url.startswith((own, "data:", "blob:"))]
