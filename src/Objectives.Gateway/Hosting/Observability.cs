using Npgsql;
using Objectives.Platform;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Objectives.Gateway.Hosting;

internal static class Observability
{
    /// <summary>
    /// Structured logs to the console (one JSON object a line, readable lines for a demonstration), traces and metrics to wherever the standard
    /// OTEL_EXPORTER_OTLP_ENDPOINT says, health checks.
    /// </summary>
    public static void AddObservability(this WebApplicationBuilder builder, ProgramSettings settings)
    {
        builder.Services.AddSerilog((services, log) =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // A statement that fails is met by whoever sent it, by doing the work again or by an error that is logged with its request.
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
                .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
                .MinimumLevel.Override(nameof(Objectives), settings.Demo ? LogEventLevel.Warning : LogEventLevel.Information)
                .Enrich.FromLogContext()
                .ReadFrom.Configuration(builder.Configuration);
            if (settings.Demo || builder.Environment.IsDevelopment())
                log.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else
                log.WriteTo.Console(new RenderedCompactJsonFormatter());
        });
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks().AddCheck<Readiness>("ready");
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter());
    }
}
