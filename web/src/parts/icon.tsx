/** The page's few drawn signs; all are decoration beside words. */

const PATHS = {
  map: "M9 4 3.5 6.5v13L9 17l6 2.5 5.5-2.5V4L15 6.5 9 4Zm0 0v13m6-10.5v13",
  tallies: "M4 6h9M4 12h16M4 18h6M17 4v4m-4 8v4",
  reader: "M5 4h10l4 4v12H5V4Zm3 7h8m-8 4h8m-8-8h4",
  review: "m4 12 4 4 8-9m-4 9 2 2 7-8",
  actors:
    "M12 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5.5 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm13 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM11 7.3l-4.2 8.9M13 7.3l4.2 8.9M8 18.5h8",
  share:
    "M18 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.2 10.800l7.600-4M8.2 13.200l7.600 4",
  filter: "M4 6h16M7 12h10m-7 6h4",
  close: "m6 6 12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20 20",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 9c.6-4 3.3-6 7-6s6.4 2 7 6",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.400m0-12.800L17 7M7 17l-1.4 1.4",
  moon: "M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10Z",
  auto: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18M12 7h5m-5 5h7m-7 5h5",
  back: "M14 6l-6 6 6 6",
  next: "m10 6 6 6-6 6",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7v-6Z",
  warn: "M12 4 2.5 20h19L12 4Zm0 6v5m0 2.500v.500",
  check: "m5 12.5 4.5 4.500L19 7.5",
  plus: "M12 5v14M5 12h14",
  out: "M14 4h6v6m0-6-9 9M10 5H5v14h14v-5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
