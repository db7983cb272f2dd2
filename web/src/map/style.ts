/** The map's style: outlines of our own, or a style by setting, and the layers of incidents above either. */
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { colour } from "../session/theme";
import type { Countries } from "./outlines";
import { labels } from "./outlines";

const NOTHING = { type: "FeatureCollection" as const, features: [] };
const FONT = ["Inter Variable", "sans-serif"];

/** Land, borders and names of countries. */
export function outlineStyle(found: Countries): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: found },
      names: { type: "geojson", data: labels(found) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("land") } },
      {
        id: "borders",
        type: "line",
        source: "countries",
        paint: {
          "line-color": colour("border"),
          "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.4],
        },
      },
      {
        id: "names",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 6, 14],
          "text-max-width": 7,
          "text-letter-spacing": 0.04,
          "symbol-sort-key": ["-", 0, ["get", "area"]],
        },
        paint: { "text-color": colour("place"), "text-halo-color": colour("land"), "text-halo-width": 1.2 },
      },
    ],
  };
}

/** The sources that the page fills with incidents. */
export const SOURCES = { areas: NOTHING, marks: NOTHING, lit: NOTHING };

const HARM_COLOUR = () =>
  ["match", ["get", "harm"], "killed", colour("harm"), "injured", colour("hurt"), colour("calm")] as const;

/** Areas below, marks above them, counts on top. */
export function incidentLayers(): LayerSpecification[] {
  const harm = HARM_COLOUR() as unknown as string;
  const halo = colour("surface");
  return [
    { id: "areas", type: "fill", source: "areas", paint: { "fill-color": harm, "fill-opacity": 0.13 } },
    {
      id: "area-edges",
      type: "line",
      source: "areas",
      paint: { "line-color": harm, "line-width": 1.4, "line-opacity": 0.85, "line-dasharray": [3, 2.5] },
    },
    {
      id: "marks",
      type: "circle",
      source: "marks",
      filter: ["!=", ["get", "kind"], "area"],
      layout: { "circle-sort-key": ["-", 0, ["get", "r"]] },
      paint: {
        "circle-radius": ["get", "r"],
        "circle-color": harm,
        "circle-opacity": ["case", ["==", ["get", "kind"], "cluster"], 0.82, 0.72],
        "circle-stroke-color": halo,
        "circle-stroke-width": 1.25,
      },
    },
    {
      id: "lit",
      type: "circle",
      source: "lit",
      paint: {
        "circle-radius": ["get", "r"],
        "circle-opacity": 0,
        "circle-stroke-color": colour("focus"),
        "circle-stroke-width": 3,
      },
    },
    {
      id: "counts",
      type: "symbol",
      source: "marks",
      filter: ["!=", ["get", "label"], ""],
      layout: {
        "text-field": ["get", "label"],
        "text-font": FONT,
        "text-size": ["case", ["==", ["get", "kind"], "area"], 12, 11.5],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: {
        "text-color": ["case", ["==", ["get", "kind"], "area"], harm, halo] as unknown as string,
        "text-halo-color": [
          "case",
          ["==", ["get", "kind"], "area"],
          halo,
          "rgba(0,0,0,0)",
        ] as unknown as string,
        "text-halo-width": 1.5,
      },
    },
  ];
}
