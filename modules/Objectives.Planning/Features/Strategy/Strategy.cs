using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Strategy;

internal sealed record StrategyElementModel(
    StrategyElementId StrategyElementId, long Version, StrategyKind Kind, string Title, string Description, int From, int Until, MeasureId? MeasureId, decimal? Target, StrategyElementId? ParentId) : IEntityModel
{
    public static readonly Expression<Func<StrategyElement, StrategyElementModel>> Of = s => new(s.Id, s.Version, s.Kind, s.Title, s.Description, s.From, s.Until, s.MeasureId, s.Target, s.ParentId);

    public Guid Id => StrategyElementId.Value;
}

internal static class StrategyElementsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, StrategyElementModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, StrategyElementModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, StrategyElementModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new StrategyElementId(id)).ToList();
            return await db.StrategyElements.Where(s => ids.Contains(s.Id)).Select(StrategyElementModel.Of).ToDictionaryAsync(s => s.Id, cancellationToken);
        }
    }
}

/// <summary>The whole chain, from the vision down.</summary>
internal static class AllStrategy
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<StrategyElementModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyList<StrategyElementModel>>
    {
        public async Task<IReadOnlyList<StrategyElementModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var elements = await db.StrategyElements.Select(StrategyElementModel.Of).ToListAsync(cancellationToken);
            return [.. elements.OrderBy(e => e.Kind).ThenBy(e => e.From).ThenBy(e => e.Title, StringComparer.Ordinal)];
        }
    }
}

internal static class ChildrenOfStrategy
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<StrategyElementId> Parents) : IQuery<IReadOnlyDictionary<StrategyElementId, IReadOnlyList<StrategyElementModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<StrategyElementId, IReadOnlyList<StrategyElementModel>>>
    {
        public async Task<IReadOnlyDictionary<StrategyElementId, IReadOnlyList<StrategyElementModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var parents = request.Parents.Select(p => (StrategyElementId?)p).ToList();
            var elements = await db.StrategyElements.Where(s => parents.Contains(s.ParentId)).OrderBy(s => s.From).ThenBy(s => s.Title).Select(StrategyElementModel.Of).ToListAsync(cancellationToken);
            return elements.GroupBy(s => s.ParentId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<StrategyElementModel>)[.. g]);
        }
    }
}

/// <summary>The objectives that hang directly from elements, as far as the caller may read them.</summary>
internal static class ObjectivesOfStrategy
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<StrategyElementId> Elements) : IQuery<IReadOnlyDictionary<StrategyElementId, IReadOnlyList<ObjectiveModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IQueryHandler<Query, IReadOnlyDictionary<StrategyElementId, IReadOnlyList<ObjectiveModel>>>
    {
        public async Task<IReadOnlyDictionary<StrategyElementId, IReadOnlyList<ObjectiveModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var elements = request.Elements.Select(e => (StrategyElementId?)e).ToList();
            var objectives = await db.Objectives.Where(o => elements.Contains(o.StrategyElementId) && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<Objective>())
                .OrderBy(o => o.Code).ToModels().ToListAsync(cancellationToken);
            return objectives.GroupBy(o => o.StrategyElementId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<ObjectiveModel>)[.. g]);
        }
    }
}

/// <summary>Adds or changes an element of the chain from vision to annual plan (S5.3).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, INVALID (years, place in the chain).</remarks>
internal static class SaveStrategyElement
{
    [AllowedTo(Role.Executive, Role.Hr, Role.Administrator)]
    public sealed record Command(
        StrategyElementId? Id, long? ExpectedVersion, StrategyKind Kind, string Title, Optional<string> Description, int From, int Until, Optional<MeasureId?> MeasureId, Optional<decimal?> Target,
        Optional<StrategyElementId?> ParentId) : ICommand<StrategyElementId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).RequiredText(StrategyElement.MaxTitleLength);
            RuleFor(c => c.Description.Value).PlainText(StrategyElement.MaxDescriptionLength, multiline: true);
            RuleFor(c => c.From).Between(1900, 2999);
            RuleFor(c => c.Until).Between(1900, 2999);
            RuleFor(c => c.Until).Custom((until, context) =>
            {
                if (until < context.InstanceToValidate.From)
                    context.Fail(ErrorCode.Invalid, new("The last year is before the first.", "截止年度早于起始年度。"));
            });
        }
    }

    public sealed class Handler(PlanningDb db) : ICommandHandler<Command, StrategyElementId>
    {
        public async Task<Result<StrategyElementId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var element = request.Id is { } id ? await db.StrategyElements.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) : null;
            if (request.Id is not null && element is null)
                return Error.NotFound("id");
            if (element?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            var measureId = request.MeasureId.Or(element?.MeasureId);
            if (measureId is not null && !await db.Measures.AnyAsync(m => m.Id == measureId, cancellationToken))
                return Error.NotFound("measureId");
            var parentId = request.ParentId.Or(element?.ParentId);
            if (parentId is not null)
            {
                var parentKind = await db.StrategyElements.Where(s => s.Id == parentId).Select(s => (StrategyKind?)s.Kind).SingleOrDefaultAsync(cancellationToken);
                if (parentKind is null)
                    return Error.NotFound("parentId");
                if (StrategyElement.CheckPlace(request.Kind, parentKind) is { } misplaced)
                    return misplaced;
            }
            if (element is not null && (await db.StrategyElements.Where(s => s.ParentId == element.Id).Select(s => s.Kind).ToListAsync(cancellationToken)).Exists(kind => kind <= request.Kind))
                return Error.Invalid("kind", new("Elements that serve it are of the same or a higher kind.", "其下级要素的层级不低于所选层级。"));
            var description = request.Description.Or(element?.Description) ?? string.Empty;
            var target = request.Target.Or(element?.Target);
            if (element is null)
                db.StrategyElements.Add(element = StrategyElement.Create(request.Kind, request.Title, description, request.From, request.Until, measureId, target, parentId));
            else
                element.Change(request.Kind, request.Title, description, request.From, request.Until, measureId, target, parentId);
            return element.Id;
        }
    }
}
