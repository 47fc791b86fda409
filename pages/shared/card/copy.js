// A link is of use where others reach the server; where the clipboard is closed, the text is shown to be copied.
export default function (component) {
  const { parentElement: root, data } = component
  const button = root.querySelector("button"), said = root.querySelector("p"), shown = root.querySelector("textarea")
  button.textContent = data.label
  const alone = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)
  button.onclick = async () => {
    const text = alone ? data.text : `${data.text}\n${location.href}`
    try {
      await navigator.clipboard.writeText(text)
      said.textContent = "Copied."
    } catch {
      shown.value = text
      shown.hidden = false
      shown.select()
      said.textContent = "The browser keeps its clipboard closed: copy the text below."
    }
  }
}
