/** The icons of what can be switched on in the page; they come along with the switches. */
import { Icon } from './icons.tsx'

export const FlashIcon = () => (
  <Icon>
    <path
      d="M5 2.5H2.5V5M11 2.5h2.5V5M5 13.5H2.5V11M11 13.5h2.5V11M8.9 4L5.4 8.8h2.2L7.1 12l3.5-4.8H8.4z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
    />
  </Icon>
)
export const TracksIcon = () => (
  <Icon>
    <path d="M2.5 4h6M6 8h7.5M4 12h5" stroke="currentColor" stroke-width="2.4" />
  </Icon>
)
export const ShakeIcon = () => (
  <Icon>
    <path
      d="M2 5.5h4c3 0 3 5 6 5h2M2 10.5h4c3 0 3-5 6-5h2M11.8 3.4l2.2 2.1-2.2 2.1M11.8 8.4l2.2 2.1-2.2 2.1"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
    />
  </Icon>
)
