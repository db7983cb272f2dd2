/** What the marks mean, in a corner of the map. */

export function MapLegend() {
  return (
    <details class="map-legend">
      <summary>What the marks mean</summary>
      <ul>
        <li>
          <span class="dot killed" /> people killed; the larger, the more
        </li>
        <li>
          <span class="dot injured" /> people injured
        </li>
        <li>
          <span class="dot calm" /> no harm told
        </li>
        <li>
          <span class="dot area" /> somewhere within: only the district, province or country is known
        </li>
        <li class="quiet">Coasts and borders: Natural Earth</li>
      </ul>
    </details>
  );
}
