/** A short word on what was just done, read out by screen readers; it can carry one act, such as undo. */
import { signal } from "@preact/signals";

interface Notice {
  text: string;
  act?: { label: string; run: () => void };
}

const notice = signal<Notice | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Say it; it goes away by itself after a while. */
export function say(text: string, act?: Notice["act"]): void {
  notice.value = { text, act };
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      notice.value = null;
    },
    act ? 12_000 : 6_000,
  );
}

export function Toast() {
  const shown = notice.value;
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {shown && (
        <div class="toast">
          <span>{shown.text}</span>
          {shown.act && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                notice.value = null;
                shown.act?.run();
              }}
            >
              {shown.act.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
