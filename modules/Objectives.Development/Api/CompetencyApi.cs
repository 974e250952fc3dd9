using Objectives.Contracts.Development;
using Objectives.Development.Features.Competencies;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class CompetencyApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<CompetencyModel>("Competency", ids => new CompetenciesById.Query(ids));
        api.Query("competencies", _ => new AllCompetencies.Query());
        api.Mutation<SaveCompetency.Command, CompetencyId>("saveCompetency", "competency");
    }
}
