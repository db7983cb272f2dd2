/** The switch that shows private persons' names, for those who may see them; off until it is asked for. */
import { namesShown } from "../api/use";
import { may } from "../session/session";

export function NamesSwitch() {
  if (!may("names")) return null;
  return (
    <label class="check small no-print">
      <input
        type="checkbox"
        checked={namesShown.value}
        onChange={(e) => {
          namesShown.value = e.currentTarget.checked;
        }}
      />
      Show private persons' names
    </label>
  );
}
