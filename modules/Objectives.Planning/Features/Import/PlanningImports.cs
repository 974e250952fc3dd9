using Objectives.Planning.Features.Import.StratMl;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Import;

internal static class PlanningImports
{
    public static void Bind(ApiBuilder api)
    {
        api.Importable(new("MEASURES", ImportMeasures.Fields, ["code"], typeof(ImportMeasures.Command), run => new ImportMeasures.Command(run), filter => new ExportMeasures.Query(filter)));
        api.Importable(
            new("OBJECTIVES", ImportObjectives.Fields, ["code", "title"], typeof(ImportObjectives.Command), run => new ImportObjectives.Command(run), filter => new ExportObjectives.Query(filter))
            {
                OfCycle = true,
                NarrowedBy = ["unitId", "regionId"],
                Formats = new Dictionary<string, TableOpener> { ["STRATML"] = StratMlFile.OpenAsync },
                Documents = new Dictionary<string, Func<ExportFilter, IQuery<DocumentWriter?>>> { ["stratml"] = filter => new ExportStratMl.Query(filter) },
            });
    }
}
