/** The drawn map: MapLibre with the marks of the moment; tells what it shows and what was clicked. */
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Box } from "./choose";
import type { Mark } from "./cluster";
import { type Countries, countries } from "./outlines";
import { growthOf, radiusOf, ringAt, shapesOf } from "./shapes";
import { incidentLayers, outlineStyle, SOURCES } from "./style";

setWorkerUrl(workerUrl);

export interface Camera {
  lat: number;
  lon: number;
  zoom: number;
}

export interface Tip {
  mark: Mark;
  x: number;
  y: number;
}

interface Parts {
  marks: Mark[];
  lit: { lat: number; lon: number; killed: number; injured: number } | null;
  camera: Camera | null;
  bounds: Box | null;
  tileStyle: string | null;
  moved: (box: Box, camera: Camera) => void;
  picked: (mark: Mark) => void;
}

const FINE_ZOOM = 3.2;

export default function Canvas(parts: Parts) {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | null>(null);
  const outlines = useRef<Countries | null>(null);
  const now = useRef(parts);
  now.current = parts;
  const [broken, setBroken] = useState(false);
  const [tip, setTip] = useState<Tip | null>(null);
  const [busy, setBusy] = useState(true);

  useEffect(() => {
    let gone = false;
    build(place.current as HTMLElement, now, outlines)
      .then((made) => {
        if (gone) return made.remove();
        map.current = made;
        listen(made, now, outlines, setTip);
        made.on("idle", () => setBusy(false));
        made.on("movestart", () => setBusy(true));
        tellView(made, now.current);
        return undefined;
      })
      .catch(() => setBroken(true));
    return () => {
      gone = true;
      map.current?.remove();
      map.current = null;
    };
  }, [parts.tileStyle]);

  useEffect(() => {
    if (map.current) draw(map.current, parts, outlines.current);
  }, [parts.marks, parts.lit]);

  useEffect(() => {
    const repaint = () => {
      if (map.current && outlines.current && !parts.tileStyle)
        map.current.setStyle(outlineStyle(outlines.current));
    };
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    document.addEventListener("themechange", repaint);
    system.addEventListener("change", repaint);
    return () => {
      document.removeEventListener("themechange", repaint);
      system.removeEventListener("change", repaint);
    };
  }, [parts.tileStyle]);

  if (broken) return <NoMap />;
  return (
    <div class="map-place" aria-busy={busy}>
      <div ref={place} class="map-canvas" />
      {tip && <Hint tip={tip} />}
    </div>
  );
}

function NoMap() {
  return (
    <div class="map-place map-missing">
      <p>
        This browser can't draw the map: it has no WebGL. The list and the timeline work all the same;
        switching on hardware acceleration in the browser's settings usually brings the map back.
      </p>
    </div>
  );
}

async function build(
  place: HTMLElement,
  now: { current: Parts },
  outlines: { current: Countries | null },
): Promise<MapLibre> {
  const parts = now.current;
  outlines.current = await countries("coarse");
  const camera = parts.camera;
  const made = new MapLibre({
    container: place,
    style: parts.tileStyle ?? outlineStyle(outlines.current),
    center: camera ? [camera.lon, camera.lat] : [20, 25],
    zoom: camera?.zoom ?? 1.4,
    maxZoom: parts.tileStyle ? 18 : 11,
    minZoom: 0.4,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    attributionControl: { compact: true },
  });
  draws(made, now, outlines);
  made.touchZoomRotate.disableRotation();
  made.addControl(new NavigationControl({ showCompass: false }), "top-right");
  made.addControl(new ScaleControl({ unit: "metric" }), "bottom-right");
  const canvas = made.getCanvas();
  canvas.setAttribute(
    "aria-label",
    "Map of incidents. Arrow keys move, plus and minus zoom; the list tells the same incidents.",
  );
  if (!camera && parts.bounds) showAll(made, parts.bounds);
  return made;
}

function showAll(map: MapLibre, bounds: Box): void {
  const around = [
    bounds.west - 1,
    Math.max(-75, bounds.south - 1),
    bounds.east + 1,
    Math.min(80, bounds.north + 1),
  ];
  map.fitBounds(around as [number, number, number, number], { padding: 30, maxZoom: 6, animate: false });
}

function draws(map: MapLibre, now: { current: Parts }, outlines: { current: Countries | null }): void {
  map.on("style.load", () => {
    styled.set(map, { marks: null });
    draw(map, now.current, outlines.current);
  });
}

function listen(
  map: MapLibre,
  now: { current: Parts },
  outlines: { current: Countries | null },
  setTip: (tip: Tip | null) => void,
): void {
  const at = (event: MapMouseEvent): Mark | null => {
    const layers = ["counts", "marks", "areas"].filter((id) => map.getLayer(id));
    const hit = map.queryRenderedFeatures(event.point, { layers })[0];
    return hit ? (now.current.marks[Number(hit.id)] ?? null) : null;
  };
  map.on("moveend", () => tellView(map, now.current));
  map.on("click", (event) => {
    const mark = at(event);
    setTip(null);
    if (!mark) return;
    if (mark.kind === "cluster" && !mark.together && map.getZoom() < map.getMaxZoom() - 0.5) {
      map.easeTo({ center: [mark.lon, mark.lat], zoom: map.getZoom() + 1.8, duration: 350 });
    } else now.current.picked(mark);
  });
  map.on("mousemove", (event) => {
    const mark = at(event);
    map.getCanvas().style.cursor = mark ? "pointer" : "";
    setTip(mark ? { mark, x: event.point.x, y: event.point.y } : null);
  });
  map.on("mouseout", () => setTip(null));
  map.on("zoomend", () => refine(map, now, outlines));
  refine(map, now, outlines);
}

/** Finer coasts once they can be seen. */
async function refine(
  map: MapLibre,
  now: { current: Parts },
  outlines: { current: Countries | null },
): Promise<void> {
  if (map.getZoom() < FINE_ZOOM || now.current.tileStyle || refined.has(map)) return;
  refined.add(map);
  outlines.current = await countries("fine");
  (map.getSource("countries") as GeoJSONSource | undefined)?.setData(outlines.current);
}

const refined = new WeakSet<MapLibre>();

function tellView(map: MapLibre, parts: Parts): void {
  const bounds = map.getBounds();
  const centre = map.getCenter();
  const box = {
    west: bounds.getWest(),
    south: bounds.getSouth(),
    east: bounds.getEast(),
    north: bounds.getNorth(),
  };
  parts.moved(box, { lat: centre.lat, lon: centre.lng, zoom: map.getZoom() });
}

/** Maps whose style is there, with the marks that they show: before that, sources can't be added. */
const styled = new WeakMap<MapLibre, { marks: Mark[] | null }>();

function draw(map: MapLibre, parts: Parts, outlines: Countries | null): void {
  const shown = styled.get(map);
  if (!shown) return;
  addLayers(map);
  if (shown.marks !== parts.marks) {
    shown.marks = parts.marks;
    const shapes = shapesOf(parts.marks, outlines);
    put(map, "areas", shapes.areas);
    put(map, "marks", shapes.marks);
  }
  const lit = parts.lit;
  const radius = lit ? radiusOf({ n: 1, ...lit }, growthOf(parts.marks)) + 5 : 0;
  put(map, "lit", lit ? ringAt(lit.lon, lit.lat, radius) : SOURCES.lit);
}

function put(map: MapLibre, name: string, data: GeoJSON.FeatureCollection): void {
  (map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
}

function addLayers(map: MapLibre): void {
  if (map.getSource("marks")) return;
  for (const [name, data] of Object.entries(SOURCES)) map.addSource(name, { type: "geojson", data });
  for (const layer of incidentLayers()) map.addLayer(layer);
}

function Hint({ tip }: { tip: Tip }) {
  const { mark } = tip;
  const harm = [mark.killed && `${mark.killed} killed`, mark.injured && `${mark.injured} injured`]
    .filter(Boolean)
    .join(", ");
  const where = mark.place || (mark.n > 1 ? "around here" : "");
  return (
    <div class="map-tip" style={{ left: `${tip.x}px`, top: `${tip.y}px` }} aria-hidden="true">
      <strong>
        {mark.n > 1 ? `${mark.n} incidents` : "1 incident"} {where}
      </strong>
      {harm && <span>{harm}</span>}
      {mark.kind === "area" && <span class="quiet">somewhere within this circle</span>}
      {mark.kind === "country" && <span class="quiet">somewhere in this country</span>}
    </div>
  );
}
