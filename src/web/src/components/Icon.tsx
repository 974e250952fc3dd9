const paths = {
  archive: 'M3 5h18v4H3zM5 9v10h14V9M10 13h4',
  bars: 'M3 20h18M6 20V12M12 20V4M18 20V9',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  building: 'M4 21V5l8-2v18M12 9h8v12M3 21h18M8 8h0M8 12h0M8 16h0M16 13h0M16 17h0',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  check: 'M5 12l5 5 9-10',
  chevronDown: 'M6 9l6 6 6-6',
  chevronLeft: 'M15 6l-6 6 6 6',
  chevronRight: 'M9 6l6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  comment: 'M4 5h16v11H9l-5 4z',
  customer: 'M3 8h18v12H3zM8 8V5h8v3M3 13h18',
  dots: 'M12 4.5a.5.5 0 1 0 0 1a.5.5 0 1 0 0-1M12 11.5a.5.5 0 1 0 0 1a.5.5 0 1 0 0-1M12 18.5a.5.5 0 1 0 0 1a.5.5 0 1 0 0-1',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  expand: 'M7 9l5-5 5 5M7 15l5 5 5-5',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  flag: 'M5 21V4h13l-2 4 2 4H5',
  forward: 'M4 6l8 6-8 6zM12 6l8 6-8 6z',
  gauge: 'M4 18a9 9 0 1 1 16 0M12 15l4-6',
  graph: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  help: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.4 9.6a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.2 1-1.2 1.9M12 17h0',
  language: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  list: 'M4 6h3M10 6h10M7 12h3M13 12h7M7 18h3M13 18h7',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  meeting: 'M4 9h16v6H4zM7 5h0M12 5h0M17 5h0M7 19h0M12 19h0M17 19h0',
  move: 'M4 7h9a5 5 0 0 1 0 10H8M11 14l-3 3 3 3',
  people: 'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 1 0 0 7M3 20c0-8 12-8 12 0M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14c2.5 0.7 3.5 3 3.5 6',
  person: 'M12 11a4 4 0 1 0 0-8a4 4 0 1 0 0 8M5 21c0-9 14-9 14 0',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M20 11a8 8 0 1 0-1 5M20 5v6h-6',
  scale: 'M12 4v16M7 20h10M4 8l8-2 8 2M4 8l-2.5 6h5zM20 8l-2.5 6h5z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20',
  signOut: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  star: 'M12 3.5l2.6 5.5 6 0.8-4.4 4.2 1.1 6-5.3-2.9-5.3 2.9 1.1-6L3.4 9.8l6-0.8z',
  trendDown: 'M3 6l6 6 4-4 8 8M21 10v6h-6',
  trendUp: 'M3 20l6-6 4 4 8-8M21 15V9h-6',
  tree: 'M4 5h7M4 5v13h4M4 11.5h4M11 11.5h9M11 18h9',
  upload: 'M12 16V5M7 9l5-5 5 5M4 20h16',
  warning: 'M12 4L2.5 20h19zM12 10v4M12 17h0',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  size?: number;
  filled?: boolean;
}

/** A picture beside words, or in a control that has a name of its own; never read aloud. */
export function Icon({ name, size = 16, filled = false }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
