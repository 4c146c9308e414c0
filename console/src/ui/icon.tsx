const PATHS = {
  back: 'M15 5l-7 7 7 7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  send: 'M5 12l15-7-5.5 15-3-6.5zM11.5 13.5L20 5',
  mic: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V20.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  plane:
    'M12 3c.9 0 1.5 1 1.5 2.2V9l7 4v1.9l-7-2.1v4.2l2 1.6v1.6L12 19.2l-3.5 1v-1.6l2-1.6v-4.2l-7 2.1V13l7-4V5.2C10.5 4 11.1 3 12 3z',
  phone: 'M7 4h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A14 14 0 0 1 5 6a2 2 0 0 1 2-2z',
  external: 'M13 5h6v6M19 5l-8 8M10 6H6.5A1.5 1.5 0 0 0 5 7.5v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.5V14',
  copy: 'M9 9h8.5A1.5 1.5 0 0 1 19 10.5V19a1 1 0 0 1-1 1h-8a2 2 0 0 1-2-2v-8a1 1 0 0 1 1-1zM5 15V6a2 2 0 0 1 2-2h8',
  file: 'M7 3.5h6.5L18 8v11a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V4.5a1 1 0 0 1 1-1zM13 4v4.5h4.5',
  image:
    'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5zM4.5 17l5-5.5 4 4 2.5-2.5 3.5 3.5M15 9.5v.01',
  video:
    'M4.5 7h9A1.5 1.5 0 0 1 15 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7zM15 11l6-3v8l-6-3',
  pin: 'M12 21c4-4.5 6.5-7.8 6.5-11a6.5 6.5 0 0 0-13 0c0 3.2 2.5 6.5 6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  person: 'M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20c1-3.7 4-5.5 7.5-5.5s6.5 1.8 7.5 5.5',
  list: 'M9 7h11M9 12h11M9 17h11M4.5 7v.01M4.5 12v.01M4.5 17v.01',
  reply: 'M10 6L4 11.5l6 5.5v-3.5c4.5 0 7.5 1 10 4.5-.5-6-4-9-10-9z',
  smile:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.5 14c.8 1.5 2 2.2 3.5 2.2s2.7-.7 3.5-2.2M9 9.5v.01M15 9.5v.01',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  auto: 'M12 20.5a8.5 8.5 0 1 0 0-17zM12 3.5a8.5 8.5 0 0 0 0 17M12 7.5a4.5 4.5 0 0 0 0 9',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2',
  warning: 'M12 4.5l8.5 15h-17zM12 10v4M12 16.8v.01',
  cart: 'M3.5 5H6l2 10.5h9.5L19.5 8H6.7M9 19.5v.01M16.5 19.5v.01',
  block: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM6 6l12 12',
  form: 'M7 4h10a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 17 20H7a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 7 4zM9 8.5h6M9 12h6M9 15.5h3',
  sticker:
    'M6.5 4h11A2.5 2.5 0 0 1 20 6.5V13l-7 7H6.5A2.5 2.5 0 0 1 4 17.5v-11A2.5 2.5 0 0 1 6.5 4zM13 20v-4.5a2.5 2.5 0 0 1 2.5-2.5H20',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12a1.5 1.5 0 0 0 1.5 1.5h5.4a1.5 1.5 0 0 0 1.5-1.5L17 7',
  gift: 'M5 11h14v8.5H5zM4 7.5h16V11H4zM12 7.5v12M12 7.5c-5 0-5-4.5-2.5-4.5S12 7.5 12 7.5zM12 7.5c5 0 5-4.5 2.5-4.5S12 7.5 12 7.5z',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.8v.01',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4',
  wave: 'M4 12v.01M8 9v6M12 5v14M16 8v8M20 11v2',
  shop: 'M4.5 10L6 4.5h12l1.5 5.5M5.5 11v8.5h13V11M4.5 10c0 2.5 3.7 2.5 3.7 0 0 2.5 3.8 2.5 3.8 0 0 2.5 3.8 2.5 3.8 0 0 2.5 3.7 2.5 3.7 0',
}

export type IconName = keyof typeof PATHS

export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}

/** Filled shapes, where an outline would be too light. */
export function PlayIcon({ playing, className = 'size-5' }: { playing: boolean; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path
        d={
          playing
            ? 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z'
            : 'M8 5.2v13.6c0 .8.9 1.3 1.5.9l10-6.8a1.1 1.1 0 0 0 0-1.8l-10-6.8C8.9 3.9 8 4.4 8 5.2z'
        }
      />
    </svg>
  )
}
