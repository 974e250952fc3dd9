using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Objectives;

/// <summary>One statement for the codes and one for the titles.</summary>
internal sealed class ReadObjectivesNamed(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IRequestHandler<ObjectivesNamed, ObjectivesNamedAnswer>
{
    public async Task<ObjectivesNamedAnswer> Handle(ObjectivesNamed request, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var byCode = request.Codes.Count == 0
            ? []
            : await db.Objectives.Where(o => EF.Parameter(request.Codes).Contains(o.Code)).Where(sight.MayRead<Objective>()).Select(o => new { o.Code, o.ObjectiveId }).ToDictionaryAsync(o => o.Code, o => o.ObjectiveId, cancellationToken);
        var paths = request.Paths.Select(p => p.Select(Objective.ShortTitle).ToList()).ToList();
        var titled = await TitledAsync(db, request.CycleId, [.. paths.SelectMany(p => p).Distinct()], cancellationToken);
        var byTitle = titled.Values.Where(o => sight.MayRead(o.Level, o.OwnerId, o.UnitId)).ToLookup(o => o.Title);
        return new(byCode, paths.ConvertAll(path => (IReadOnlyList<ObjectiveId>)[.. byTitle[path[^1]].Where(o => Fits(o, path, titled)).Select(o => o.Id)]));
    }

    /// <summary>Also those that the caller may not read: of what stands above what he may read, he may read the title.</summary>
    private static async Task<Dictionary<ObjectiveId, Titled>> TitledAsync(PlanningDb db, CycleId cycle, List<string> titles, CancellationToken cancellationToken)
        => titles.Count == 0
            ? []
            : await db.Objectives.Where(o => o.CycleId == cycle && o.Status != ObjectiveStatus.Withdrawn && EF.Parameter(titles).Contains(o.Title))
                .Select(o => new Titled(o.ObjectiveId, o.ParentId, o.Title, o.Level, o.OwnerId, o.UnitId)).ToDictionaryAsync(o => o.Id, cancellationToken);

    private static bool Fits(Titled objective, List<string> path, Dictionary<ObjectiveId, Titled> titled)
    {
        var at = objective;
        for (var i = path.Count - 2; i >= 0; i--)
        {
            if (at.ParentId is not { } above || !titled.TryGetValue(above, out at) || at.Title != path[i])
                return false;
        }
        return true;
    }

    private sealed record Titled(ObjectiveId Id, ObjectiveId? ParentId, string Title, ObjectiveLevel Level, PersonId OwnerId, UnitId UnitId);
}

internal sealed class ReadObjectivesOfCycle(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IRequestHandler<ObjectivesOfCycle, IReadOnlyList<CodedObjective>>
{
    public async Task<IReadOnlyList<CodedObjective>> Handle(ObjectivesOfCycle request, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<Objective>());
        if (request.UnitId is { } top)
        {
            var units = await mediator.Send(new UnitsUnder(top), cancellationToken);
            objectives = objectives.Where(o => units.Contains(o.UnitId));
        }
        if (request.RegionId is { } region)
            objectives = objectives.Where(o => o.RegionId == region);
        return await objectives.OrderBy(o => o.Path).Select(o => new CodedObjective(o.ObjectiveId, o.Code)).ToListAsync(cancellationToken);
    }
}
