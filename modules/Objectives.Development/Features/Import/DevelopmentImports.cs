using Objectives.Platform.GraphQl;

namespace Objectives.Development.Features.Import;

internal static class DevelopmentImports
{
    public static void Bind(ApiBuilder api)
    {
        api.Importable(new("COMPETENCIES", ImportCompetencies.Fields, ["code"], typeof(ImportCompetencies.Command), run => new ImportCompetencies.Command(run), filter => new ExportCompetencies.Query(filter)));
        api.Importable(new("COURSES", ImportCourses.Fields, ["code"], typeof(ImportCourses.Command), run => new ImportCourses.Command(run), filter => new ExportCourses.Query(filter)));
    }
}
