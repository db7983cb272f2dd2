/** The server's answers by short names; the shapes themselves are generated from its OpenAPI description. */
import type { components } from "./schema";

type Shapes = components["schemas"];

export interface Listing<Item> {
  items: Item[];
  next: string | null;
  total: number | null;
}

export type IncidentSummary = Shapes["IncidentSummary"];
export type Incident = Shapes["IncidentDetail"];
export type Field = Shapes["FieldShape"];
export type Claim = Shapes["ClaimShape"];
export type Step = Shapes["StepShape"];
export type Link = Shapes["LinkShape"];
export type History = Shapes["HistoryShape"];
export type Judgement = Shapes["JudgementShape"];
export type Change = Shapes["ChangeShape"];
export type Tally = Shapes["TallyShape"];
export type Reading = Shapes["ReadingShape"];
export type ReadEvent = Shapes["EventShape"];
export type Argument = Shapes["ArgumentShape"];
export type Span = Shapes["SpanShape"];
export type Document = Shapes["DocumentShape"];
export type Shelved = Shapes["ShelvedShape"];
export type Hit = Shapes["HitShape"];
export type Actor = Shapes["ActorShape"];
export type Graph = Shapes["GraphShape"];
export type Relation = Shapes["RelationShape"];
export type Saying = Shapes["SayingShape"];
export type Question = Shapes["QuestionShape"];
export type Agreement = Shapes["AgreementShape"];
export type Status = Shapes["StatusShape"];
export type ActorDetail = Shapes["ActorDetail"];
export type Session = Shapes["SessionShape"];
export type Readings = Shapes["ReadingsShape"];
export type Job = Shapes["JobShape"];
export type User = Shapes["UserShape"];
export type Token = Shapes["TokenShape"];
export type MadeToken = Shapes["MadeToken"];
export type Partner = Shapes["PartnerShape"];
export type PartnerDetail = Shapes["PartnerDetail"];
export type Preview = Shapes["PreviewShape"];
export type Fate = Shapes["FateShape"];
export type Previewed = Shapes["PreviewedIncident"];
export type Release = Shapes["ReleaseShape"];
export type MadeRelease = Shapes["MadeRelease"];
export type Marked = Shapes["MarkedShape"];
export type Marking = Shapes["MarkingShape"];
export type NewMarking = Shapes["NewMarking"];
export type Receipt = Shapes["ReceiptShape"];
export type Mapped = Shapes["MappedShape"];
export type Conflict = Shapes["ConflictShape"];
export type Said = Shapes["SaidShape"];
export type LogLine = Shapes["EntryShape"];
export type Chain = Shapes["ChainShape"];
