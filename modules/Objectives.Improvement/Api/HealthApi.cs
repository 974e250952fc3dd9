using Objectives.Contracts;
using Objectives.Improvement.Features.Health;
using Objectives.Platform.GraphQl;

namespace Objectives.Improvement.Api;

internal static class HealthApi
{
    private const int Few = 20;

    private sealed record EvidenceKey(IReadOnlyList<RecordRef> Records, int First);

    public static void Bind(ApiBuilder api)
    {
        api.Type<ProgramHealthModel>("ProgramHealth")
            .Reference("cycle", "Cycle", h => h.CycleId.Value)
            .Reference("unit", "Unit", h => h.UnitId.Value);
        api.Type<IndicatorModel>("HealthIndicator");
        api.Fields[("HealthIndicator", "evidence")] = new BatchLoad((nameof(HealthApi), "evidence"), _ => null, (keys, call) => LoadAsync(api, [.. keys.Cast<EvidenceKey>()], call), Array.Empty<object>(), null)
        {
            KeyWithArguments = (indicator, args) => new EvidenceKey(((IndicatorModel)indicator).Evidence, Math.Clamp(args.Get<int?>("first") ?? Few, 0, MonthlyShare.MostRecords)),
        };
        api.Type<LeadershipModel>("LeadershipIndicators").Reference("leader", "Person", l => l.LeaderId.Value);
        api.Query("programHealth", call => call.Args.To<ReadProgramHealth.Query>());
        api.Query("leadership", call => call.Args.To<ReadLeadership.Query>());
    }

    /// <summary>Of all indicators at once, so that each type of record is read once; what the caller may not see is left out, and the next takes its place.</summary>
    private static async Task<IReadOnlyDictionary<object, object?>> LoadAsync(ApiBuilder api, IReadOnlyList<EvidenceKey> keys, FieldCall call)
    {
        var found = new Dictionary<RecordRef, object>();
        foreach (var type in keys.SelectMany(k => k.Records.Take(MonthlyShare.MostRecords)).Distinct().GroupBy(r => r.Type))
        {
            foreach (var (id, record) in await api.Entities[type.Key]([.. type.Select(r => r.Id)], call))
                found[new(type.Key, id)] = record;
        }
        return keys.ToDictionary(k => (object)k, object? (k) => k.Records.Where(found.ContainsKey).Take(k.First).Select(r => found[r]).ToList());
    }
}
