/** The icons of the toolbar, drawn on a 16 px grid in the colour of the text. */
import type { ComponentChildren } from 'preact'

export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  )
}

export const RecordIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5" fill="currentColor" />
  </Icon>
)
export const RecordOffIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
  </Icon>
)
export const ClearIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d="M4.4 4.4l7.2 7.2" stroke="currentColor" stroke-width="1.5" />
  </Icon>
)
export const OpenIcon = () => (
  <Icon>
    <path
      d="M8 10.5V2.5M4.8 5.6L8 2.4l3.2 3.2M2.75 10v3.25h10.5V10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
    />
  </Icon>
)
export const SaveIcon = () => (
  <Icon>
    <path
      d="M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M2.75 10v3.25h10.5V10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
    />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" stroke-width="1.5" />
  </Icon>
)
export const OverviewIcon = () => (
  <Icon>
    <path d="M2 5h5M9 5h3M4 8.5h2M5 12h4M11 12h3" stroke="currentColor" stroke-width="1.8" />
  </Icon>
)
export const MoreIcon = () => (
  <Icon>
    <path d="M8 3v1.8M8 7.1v1.8M8 11.2V13" stroke="currentColor" stroke-width="1.8" />
  </Icon>
)
export const DownIcon = () => (
  <Icon>
    <path d="M5 6.5l3 3 3-3" fill="none" stroke="currentColor" stroke-width="1.5" />
  </Icon>
)
export const SettingsIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2" fill="none" stroke="currentColor" stroke-width="1.5" />
    <circle
      cx="8"
      cy="8"
      r="5.25"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-dasharray="2.2 1.923"
    />
    <circle cx="8" cy="8" r="4.25" fill="none" stroke="currentColor" stroke-width="1.2" />
  </Icon>
)
