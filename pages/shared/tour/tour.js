// Whether the tour was seen is kept in this browser alone, and nowhere else.
const KEY = "cosponsor-tour"

export default function (component) {
  const { parentElement: root, data } = component
  const ring = root.querySelector(".ring"), bubble = root.querySelector(".bubble")
  const [place, head, says] = [".place", "h2", ".says"].map((name) => bubble.querySelector(name))
  const skip = bubble.querySelector(".skip"), next = bubble.querySelector(".next")
  let seen = true
  try { seen = localStorage.getItem(KEY) === "seen" } catch { /* a browser that keeps nothing is not asked each time */ }
  root.tour ??= { at: -1, asked: 0 }
  const held = root.tour

  const end = () => {
    held.at = -1
    try { localStorage.setItem(KEY, "seen") } catch { /* see above */ }
    for (const part of [ring, bubble]) if (part.matches(":popover-open")) part.hidePopover()
  }
  const target = () => data.stops[held.at]?.at.map((name) => document.querySelector(name))
    .find((element) => element?.checkVisibility() && element.getBoundingClientRect().right > 0)
  const frame = () => {
    const box = target()?.getBoundingClientRect()
    if (!box) return ring.matches(":popover-open") && ring.hidePopover()
    Object.assign(ring.style, { left: `${box.left - 6}px`, top: `${Math.max(box.top - 6, 2)}px`,
      width: `${box.width + 6}px`, height: `${Math.min(box.height + 6, innerHeight - 8)}px` })
    bubble.style.inset = box.top > innerHeight / 2 ? "4rem 1rem auto auto" : "auto 1rem 1rem auto"
    if (!ring.matches(":popover-open")) ring.showPopover()
  }
  const say = (where, title, words, no, yes) => {
    [place.textContent, head.textContent, says.textContent] = [where, title, words]
    ;[skip.textContent, next.textContent] = [no, yes]
    bubble.setAttribute("aria-label", title)
    bubble.setAttribute("role", held.at < 0 ? "region" : "dialog")
    if (!bubble.matches(":popover-open")) bubble.showPopover()
  }
  const stop = (at) => {
    held.at = at
    const one = data.stops[at], last = at === data.stops.length - 1
    target()?.scrollIntoView({ block: "center" })
    requestAnimationFrame(frame)
    if (bubble.matches(":popover-open")) bubble.hidePopover()
    say(`${at + 1} of ${data.stops.length}`, one.head, one.says, "Skip the rest", last ? "Done" : "Next")
    skip.hidden = last
    next.focus()
  }
  skip.onclick = end
  next.onclick = () => (held.at + 1 < data.stops.length ? stop(held.at + 1) : end())
  bubble.onkeydown = (event) => { if (event.key === "Escape") end() }
  const main = document.querySelector('[data-testid="stMain"]')
  const follow = () => { if (held.at >= 0) frame() }
  main?.addEventListener("scroll", follow)
  addEventListener("resize", follow)

  if (data.asked > held.asked) { held.asked = data.asked; stop(0) }
  else if (held.at < 0 && !seen)
    say("", "New here?", "A tour of five stops, about a minute.", "No, thanks", "Show me")
  return () => {
    main?.removeEventListener("scroll", follow)
    removeEventListener("resize", follow)
  }
}
