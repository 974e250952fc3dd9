using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Units;

/// <summary>Adds or changes a unit and its responsibilities (S6.3).</summary>
/// <remarks>
/// Fails with NOT_FOUND, CONFLICT, DUPLICATE (code), CYCLE_IN_TREE (under itself), INVALID (kind against the kinds above and below), FORBIDDEN_BY_STATE (deactivated while in use, or
/// standing on something inactive).
/// </remarks>
internal static class SaveUnit
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        UnitId? Id, long? ExpectedVersion, string Code, string Name, UnitKind Kind, Optional<UnitId?> ParentId, Optional<PersonId?> LeaderId,
        Optional<IReadOnlyList<ResponsibilityInput>> Responsibilities, bool? Active) : ICommand<UnitId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Unit.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Unit.MaxNameLength);
            RuleFor(c => c.Responsibilities.Value).AtMost(Responsibility.MaxCount);
            RuleForEach(c => c.Responsibilities.Value).SetValidator(new ResponsibilityInput.Validator());
        }
    }

    public sealed class Handler(OrganizationDb db, CallContext call) : ICommandHandler<Command, UnitId>
    {
        public async Task<Result<UnitId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldStructureAsync(cancellationToken);
            var unit = request.Id is { } id ? await db.Units.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
            if (request.Id is not null && unit is null)
                return Error.NotFound("id");
            if (unit?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await db.Units.AnyAsync(u => u.Code == request.Code.Trim() && u.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return References.CodeTaken(request.Code);
            await db.Units.LoadAsync(cancellationToken);
            var duties = unit is null ? [] : await db.Responsibilities.Where(r => r.HolderId == unit.Key).ToListAsync(cancellationToken);
            call.StructureStamp = null;
            return (await ApplyAsync(db, unit, duties, request, cancellationToken)).Map(u => u.Id);
        }
    }

    /// <summary>Checks where a new or known unit stands and who stands on it, and changes it with its responsibilities; imports do the same.</summary>
    /// <remarks>The context holds all units: a company has hundreds, not millions.</remarks>
    public static async Task<Result<Unit>> ApplyAsync(OrganizationDb db, Unit? unit, IReadOnlyList<Responsibility> duties, Command request, CancellationToken cancellationToken)
    {
        if (ResponsibilityInput.Check(duties, request.Responsibilities) is { } noDuty)
            return noDuty;
        var parentId = request.ParentId.Or(unit?.ParentId);
        var leaderId = request.LeaderId.Or(unit?.LeaderId);
        if (await CheckPlaceAsync(db, request, unit, parentId, cancellationToken) is { } misplaced)
            return misplaced;
        if (await db.CheckPersonAsync("leaderId", leaderId, unit?.LeaderId, cancellationToken) is { } noLeader)
            return noLeader;
        if (request.Active == false && unit is { Active: true } && await CheckLeavingAsync(db, unit, cancellationToken) is { } inUse)
            return inUse;

        if (unit is null)
            db.Units.Add(unit = Unit.Create(request.Code, request.Name, request.Kind, parentId, leaderId));
        unit.Change(request.Code, request.Name, request.Kind, parentId, leaderId, request.Active ?? unit.Active);
        ResponsibilityInput.Apply(db, unit.Key, duties, request.Responsibilities);
        return unit;
    }

    private static async Task<Error?> CheckPlaceAsync(OrganizationDb db, Command request, Unit? unit, UnitId? parentId, CancellationToken cancellationToken)
    {
        var units = db.Units.Local;
        if (parentId is null)
        {
            return request.Kind == UnitKind.Company && units.Any(u => u.ParentId is null && u.Id != unit?.Id)
                ? Error.Invalid("kind", new("There is a company already; put this unit under it.", "公司已存在，请将本单位置于其下。"))
                : Unit.CheckPlace(request.Kind, null);
        }
        if (units.FindEntry(parentId.Value)?.Entity is not { } parent)
            return Error.NotFound("parentId");
        if (unit is not null && StandsUnder(units, parent.Id, unit.Id))
            return new Error(ErrorCode.CycleInTree, new("A unit cannot stand under itself.", "单位不能隶属于自身或其下级。"), "parentId");
        var willBeActive = request.Active ?? unit?.Active ?? true;
        if (willBeActive && await db.CheckUnitAsync("parentId", parentId, unit is { Active: true } ? unit.ParentId : null, cancellationToken) is { } inactive)
            return inactive;
        return unit is not null && units.Any(u => u.ParentId == unit.Id && u.Kind <= request.Kind)
            ? Error.Invalid("kind", new("Units below it are of the same or a higher kind.", "其下级单位的级别不低于所选级别。"))
            : Unit.CheckPlace(request.Kind, parent.Kind);
    }

    private static bool StandsUnder(LocalView<Unit> units, UnitId lower, UnitId upper)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? one = lower; one is { } here && seen.Add(here); one = units.FindEntry(here)?.Entity.ParentId)
        {
            if (here == upper)
                return true;
        }
        return false;
    }

    /// <summary>Why the unit cannot be deactivated now; null when nothing stands on it.</summary>
    private static async Task<Error?> CheckLeavingAsync(OrganizationDb db, Unit unit, CancellationToken cancellationToken)
    {
        if (unit.ParentId is null)
            return new Error(ErrorCode.ForbiddenByState, new("The company itself cannot be deactivated.", "公司本身不能停用。"), "active");
        var units = db.Units.Local.Count(u => u.ParentId == unit.Id && u.Active);
        var people = await db.People.CountAsync(p => p.UnitId == unit.Id && p.Active, cancellationToken);
        var regions = await db.Regions.CountAsync(r => r.UnitId == unit.Id && r.Active, cancellationToken);
        return units + people + regions == 0 ? null : new Error(
            ErrorCode.ForbiddenByState,
            new($"Move its units ({units}), people ({people}) and regions ({regions}) elsewhere first.", $"请先转移该单位的 {units} 个下级单位、{people} 名人员和 {regions} 个区域。"),
            "active",
            new Dictionary<string, object?> { ["units"] = units, ["people"] = people, ["regions"] = regions });
    }
}
