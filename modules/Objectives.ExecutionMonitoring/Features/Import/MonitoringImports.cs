using Objectives.ExecutionMonitoring.Features.Import.StratMl;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import.Files;

namespace Objectives.ExecutionMonitoring.Features.Import;

internal static class MonitoringImports
{
    public static void Bind(ApiBuilder api) => api.Importable(
        new("ACTUALS", ImportActuals.Fields, ["objectiveCode", "objectivePath"], typeof(ImportActuals.Command), run => new ImportActuals.Command(run), filter => new ExportActuals.Query(filter))
        {
            OfCycle = true,
            NarrowedBy = ["unitId", "regionId"],
            Formats = new Dictionary<string, TableOpener> { ["STRATML"] = StratMlResults.OpenAsync },
        });
}
