import type { Evidence, LogEntry } from './evidence.ts';

/** Entra under its names of then and now. Source: published log entries; the product was renamed in 2023. */
export function isEntra(system: string): boolean {
  return /^\s*(azure active directory|microsoft entra(?! connect)|azure ad\b|entra id)/i.test(system);
}

/** Templates of jobs into Entra or Active Directory: AD2AADProvisioning, API2AAD, Workday2AD … */
const inboundTemplate = /^(?!AAD|Azure)\w*2(?:AAD|AD)/i;

/**
 * Whether the job brings people in from elsewhere (HR, on-premises AD): no assignment gate then, and today's facts of
 * the Entra user say nothing about the source. The entry tells best, then the mappings, then the job's template.
 */
export function isInbound(evidence: Evidence, entry: LogEntry | undefined, jobId: string | undefined): boolean {
  if (evidence.subject.type === 'worker') return true;
  if (entry && entry.sourceSystem.trim() !== '') return !isEntra(entry.sourceSystem);
  if (evidence.schema.known) {
    const sources = evidence.schema.value.mappings.map((mapping) => mapping.sourceDirectory).filter(Boolean);
    if (sources.length > 0) return !sources.some(isEntra);
  }
  return inboundTemplate.test(templateOf(evidence, jobId ?? entry?.jobId));
}

/** Whether the job is cross-tenant synchronisation: its template is Azure2Azure. */
export function isCrossTenant(evidence: Evidence, jobId: string | undefined): boolean {
  return /^Azure2Azure/i.test(templateOf(evidence, jobId));
}

/** Job ids begin with their template: `Azure2Azure.<tenant>.<guid>`. */
function templateOf(evidence: Evidence, jobId: string | undefined): string {
  const jobs = evidence.jobs.known ? evidence.jobs.value : [];
  const job = jobs.find((one) => one.id === jobId) ?? jobs[0];
  return job?.templateId || jobId?.split('.')[0] || '';
}
