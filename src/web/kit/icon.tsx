/** Our few icons: 20 by 20, one stroke, in the ink of the text beside them. Always beside a word or under a label. */
const shapes = {
  today:
    'M10 3.2v1.6M10 15.2v1.6M3.2 10h1.6M15.2 10h1.6M5.2 5.2l1.1 1.1M13.7 13.7l1.1 1.1M5.2 14.8l1.1-1.1M13.7 6.3l1.1-1.1M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  customers: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.4-3 2.9-4.6 6-4.6s5.6 1.6 6 4.6',
  calendar: 'M4 5.500h12v11H4zM4 8.800h12M7.2 3.300v3M12.8 3.300v3',
  money: 'M14.5 5.700a5.6 5.6 0 1 0 0 8.600M3.6 8.800h7.400M3.6 11.200h6.4',
  offer: 'M3.8 4v5.400l7 7 5.5-5.5-7-7L3.8 4ZM7 7.100h.01',
  company: 'M4 16.500V6l6-2.700L16 6v10.500M2.8 16.500h14.400M8.3 16.500v-3.500h3.400v3.500M7.3 8.300h.01M12.7 8.300h.01M10 8.300h.01',
  capture: 'M4 16l.9-3.600L13.6 3.700l2.7 2.7-8.7 8.700L4 16ZM11.7 5.600l2.7 2.7',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l3.7 3.7',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4.5 10.500l3.6 3.6 7.4-8',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  down: 'M5.5 8l4.5 4.500L14.5 8',
  right: 'M8 5.500l4.5 4.500L8 14.5',
  left: 'M12 5.500L7.5 10l4.5 4.5',
  clock: 'M10 16.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM10 6.500V10l2.5 1.8',
  play: 'M6.5 4.500v11l9-5.5-9-5.500Z',
  stop: 'M5.5 5.500h9v9h-9z',
  mail: 'M3.5 5.500h13v9.500h-13zM3.8 5.900l6.2 5 6.2-5',
  phone: 'M5.8 3.500l2.3 3.2-1.4 2c.9 1.9 2.6 3.6 4.6 4.600l2-1.4 3.2 2.300c-.3 1.6-1.3 2.5-2.8 2.400C8.3 16 4 11.7 3.4 6.300c-.1-1.5.8-2.5 2.4-2.800Z',
  file: 'M5.5 3.500h6l3.5 3.500v9.500H5.500zM11.5 3.500V7H15',
  upload: 'M10 13V4.500M6.5 7.500L10 4l3.5 3.500M4 13v3h12v-3',
  download: 'M10 4v8.500M6.5 9.500L10 13l3.5-3.500M4 13.500v2.500h12v-2.5',
  warning: 'M10 3.800l7 12.400H3L10 3.800ZM10 8.500v3.300M10 14h.01',
  edit: 'M4 16l.9-3.600L13.6 3.700l2.7 2.7-8.7 8.700L4 16Z',
  trash: 'M4.5 6h11M8 6V4h4v2M6 6l.7 10.500h6.600L14 6',
  link: 'M8.5 11.500l3-3M7.5 9l-2 2a2.5 2.5 0 0 0 3.5 3.500l2-2M12.5 11l2-2A2.5 2.5 0 0 0 11 5.500l-2 2',
  person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.500c.4-3 2.9-4.6 6-4.600s5.6 1.6 6 4.6',
  keyboard: 'M3 6h14v8.500H3zM5.8 8.700h.01M8.6 8.700h.01M11.4 8.700h.01M14.2 8.700h.01M7 11.800h6',
  sun: 'M10 3v1.500M10 15.500V17M3 10h1.500M15.5 10H17M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
