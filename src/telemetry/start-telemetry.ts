import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { LRUCache } from 'lru-cache';
import type { GraphCall, Telemetry, TurnEnd } from './telemetry.ts';

export interface TelemetryOptions {
  /** Of an Application Insights resource. */
  readonly connectionString: string;
  /** Tells one instance from another. */
  readonly instanceId: string;
  readonly onFailure: (error: unknown) => void;
}

const metricsEveryMs = 60_000;
/** Turns under way at once; one more forgets the oldest, whose span then has no end. */
const mostTurns = 10_000;

/**
 * Traces and metrics by OpenTelemetry, sent to Application Insights: a turn is a request, a call of Graph a dependency of
 * it. Loads a good deal of code: whoever does not want it does not import this file.
 */
export function startTelemetry({ connectionString, instanceId, onFailure }: TelemetryOptions): Telemetry {
  const exporting = { connectionString, disableOfflineStorage: true };
  const resource = resourceFromAttributes({ 'service.name': 'skipper', 'service.instance.id': instanceId });
  const tracing = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new AzureMonitorTraceExporter(exporting))],
  });
  const metering = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new AzureMonitorMetricExporter(exporting),
        exportIntervalMillis: metricsEveryMs,
      }),
    ],
  });
  const tracer = tracing.getTracer('skipper');
  const meter = metering.getMeter('skipper');
  const turnMs = meter.createHistogram('skipper.turn.duration', { unit: 'ms', description: 'From question to answer' });
  const graphMs = meter.createHistogram('skipper.graph.duration', { unit: 'ms', description: 'One call of Graph' });
  const throttled = meter.createCounter('skipper.graph.throttled', { description: 'Reads that Graph refused for now' });
  const deliveries = meter.createCounter('skipper.deliveries', { description: 'Messages handed to Teams' });
  const turns = new LRUCache<string, Span>({ max: mostTurns });

  function turnEnded({ correlationId, kind, because, ms }: TurnEnd): void {
    turnMs.record(ms, { kind, because });
    const span = turns.get(correlationId);
    turns.delete(correlationId);
    if (!span) return;
    span.updateName(`turn ${kind}`);
    span.setAttributes({ 'skipper.kind': kind, 'skipper.because': because });
    if (kind === 'unavailable') span.setStatus({ code: SpanStatusCode.ERROR, message: because });
    span.end();
  }

  function graphCalled({ correlationId, operations, beganAt, endedAt, status, throttled: refused }: GraphCall): void {
    const what = [...new Set(operations)].sort().join(' ');
    graphMs.record(endedAt.getTime() - beganAt.getTime(), { status: status ?? 0 });
    if (refused > 0) throttled.add(refused);
    const parent = turns.get(correlationId);
    const context = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const attributes = {
      'http.request.method': operations.length > 1 ? 'POST' : 'GET',
      'server.address': 'Microsoft Graph',
      'http.response.status_code': status,
      'skipper.operations': what,
    };
    const span = tracer.startSpan(`graph ${what}`, { kind: SpanKind.CLIENT, startTime: beganAt, attributes }, context);
    if (status === undefined || status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  }

  return {
    turnBegan(correlationId) {
      const attributes = { 'skipper.correlation_id': correlationId };
      turns.set(correlationId, tracer.startSpan('turn', { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT));
    },
    turnEnded,
    graphCalled,
    delivered: (outcome) => deliveries.add(1, { outcome }),
    watchQueues(depth) {
      meter
        .createObservableGauge('skipper.queue.depth', { description: 'Tasks that wait' })
        .addCallback(async (result) => {
          try {
            for (const [queue, waiting] of Object.entries(await depth())) result.observe(waiting, { queue });
          } catch (error) {
            onFailure(error);
          }
        });
    },
    async stop() {
      // The last figures are asked for here, so the queues must still be there.
      for (const ended of await Promise.allSettled([metering.shutdown(), tracing.shutdown()]))
        if (ended.status === 'rejected') onFailure(ended.reason);
    },
  };
}
