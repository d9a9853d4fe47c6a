using System.Diagnostics;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Mentoring.Api.Platform;

/// <summary>Traces and metrics, sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; nothing otherwise.</summary>
public static class Telemetry
{
    public static readonly ActivitySource Source = new("Mentoring.Api");

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Source.Name).AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddNpgsqlInstrumentation().AddOtlpExporter());
    }
}
