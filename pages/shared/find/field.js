// What is typed goes to the server, which answers with what it found; arrows and Enter choose, Escape leaves.
const PAUSE = 120 // milliseconds after a key before the server is asked

export default function (component) {
  const { parentElement: root, data, setStateValue, setTriggerValue } = component
  const input = root.querySelector("input"), list = root.querySelector("ul"), status = root.querySelector("p")
  root.find ??= { asked: "", at: 0, enter: false }
  const held = root.find
  const current = () => data.asked === input.value.trim()

  const mark = (at) => {
    held.at = at
    list.querySelectorAll("li").forEach((item, n) => item.setAttribute("aria-selected", n === at))
    if (list.children.length && !list.hidden) input.setAttribute("aria-activedescendant", `found-${at}`)
    else input.removeAttribute("aria-activedescendant")
  }
  const close = () => {
    list.hidden = true
    status.textContent = ""
    input.setAttribute("aria-expanded", "false")
    mark(0)
  }
  const clear = () => {
    input.value = ""
    held.enter = false
    clearTimeout(held.later)
    if (data.asked) setStateValue("typed", "")
    close()
  }
  const leave = () => {
    clear()
    input.blur()
    // On a narrow screen the side bar that was opened for the field lies over the page.
    if (held.opened && innerWidth < 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
    held.opened = false
  }
  const choose = (place) => {
    const typed = input.value.trim()
    leave()
    setTriggerValue("chosen", { typed, place })
  }
  const ask = () => {
    clearTimeout(held.later)
    held.later = setTimeout(() => setStateValue("typed", input.value.trim()), PAUSE)
  }
  const draw = () => {
    if (!input.value.trim() || !current()) return
    list.replaceChildren(...data.hits.map((hit, n) => {
      const item = document.createElement("li"), kind = document.createElement("span")
      item.id = `found-${n}`
      item.setAttribute("role", "option")
      item.textContent = hit.label
      kind.textContent = hit.kind
      item.append(kind)
      item.onpointerdown = (event) => { event.preventDefault(); choose(n) }
      item.onpointermove = () => mark(n)
      return item
    }))
    list.hidden = !data.hits.length
    status.textContent = data.hits.length ? "" : "Nothing is found by these words."
    input.setAttribute("aria-expanded", String(!list.hidden))
    mark(0)
    if (held.enter && data.hits.length) choose(0)
    held.enter = false
  }
  input.oninput = () => { held.enter = false; input.value.trim() ? ask() : (ask(), close()) }
  input.onkeydown = (event) => {
    const n = list.children.length
    if (event.key === "Escape") leave()
    else if (event.key === "Enter") {
      event.preventDefault()
      if (current() && n && !list.hidden) choose(held.at)
      else held.enter = Boolean(input.value.trim())
    } else if (n && event.key === "ArrowDown") { event.preventDefault(); mark((held.at + 1) % n) }
    else if (n && event.key === "ArrowUp") { event.preventDefault(); mark((held.at + n - 1) % n) }
  }
  const open = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return
    event.preventDefault()
    const closed = document.querySelector('[data-testid="stExpandSidebarButton"]')
    if (closed) closed.click()
    held.opened = Boolean(closed)
    if (closed) setTimeout(() => input.focus(), 350)
    else input.focus() // at once: what is typed next belongs to it, however busy the page is
  }
  document.removeEventListener("keydown", held.open)
  held.open = open
  document.addEventListener("keydown", open)
  draw()
  return () => document.removeEventListener("keydown", open)
}
