using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Units;

/// <summary>Adds or changes a unit and its responsibilities (S6.3).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, DUPLICATE (code), CYCLE_IN_TREE (under itself), INVALID (kind against the kind above), FORBIDDEN_BY_STATE (deactivated while in use).</remarks>
internal static class SaveUnit
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        UnitId? Id, long? ExpectedVersion, string Code, string Name, UnitKind Kind, Optional<UnitId?> ParentId, Optional<PersonId?> LeaderId,
        IReadOnlyList<ResponsibilityInput>? Responsibilities, bool? Active) : ICommand<UnitId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Unit.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Unit.MaxNameLength);
            RuleFor(c => c.Responsibilities).SetValidator(new ResponsibilityInput.ListValidator()!).When(c => c.Responsibilities is not null);
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, UnitId>
    {
        public async Task<Result<UnitId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var unit = request.Id is { } id ? await db.Units.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
            if (request.Id is not null && unit is null)
                return Error.NotFound("id");
            if (unit?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await db.Units.AnyAsync(u => u.Code == request.Code.Trim() && u.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"The code {request.Code} is taken.", $"编码 {request.Code} 已被使用。"), "code");
            var parentId = request.ParentId.Or(unit?.ParentId);
            var leaderId = request.LeaderId.Or(unit?.LeaderId);
            if (await CheckPlaceAsync(request, unit, parentId, cancellationToken) is { } misplaced)
                return misplaced;
            if (leaderId is { } leader && leaderId != unit?.LeaderId && !await db.People.AnyAsync(p => p.Id == leader && p.Active, cancellationToken))
                return Error.NotFound("leaderId");
            if (request.Active == false && unit is { Active: true } && await InUseAsync(unit.Id, cancellationToken))
                return new Error(ErrorCode.ForbiddenByState, new("Move its people and units elsewhere first.", "请先转移该单位的人员及下级单位。"), "active");

            if (unit is null)
                db.Units.Add(unit = Unit.Create(request.Code, request.Name, request.Kind, parentId, leaderId));
            unit.Change(request.Code, request.Name, request.Kind, parentId, leaderId, request.Active ?? unit.Active);
            var duties = await ResponsibilityInput.ApplyAsync(db, unit.Key, request.Responsibilities, cancellationToken);
            return duties is null ? unit.Id : duties;
        }

        private async Task<Error?> CheckPlaceAsync(Command request, Unit? unit, UnitId? parentId, CancellationToken cancellationToken)
        {
            if (parentId is null)
            {
                return request.Kind == UnitKind.Company && await db.Units.AnyAsync(u => u.ParentId == null && u.Id != request.Id.GetValueOrDefault(), cancellationToken)
                    ? Error.Invalid("kind", new("There is a company already; put this unit under it.", "公司已存在,请将本单位置于其下。"))
                    : Unit.CheckPlace(request.Kind, null);
            }
            var parent = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == parentId, cancellationToken);
            if (parent is null)
                return Error.NotFound("parentId");
            for (var above = parent; above is not null && unit is not null; above = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == above.ParentId, cancellationToken))
            {
                if (above.Id == unit.Id)
                    return new Error(ErrorCode.CycleInTree, new("A unit cannot stand under itself.", "单位不能隶属于自身或其下级。"), "parentId");
            }
            var lower = unit is null ? null : await db.Units.Where(u => u.ParentId == unit.Id).Select(u => (UnitKind?)u.Kind).ToListAsync(cancellationToken);
            if (lower is not null && lower.Exists(kind => kind <= request.Kind))
                return Error.Invalid("kind", new("Units below it are of the same or a higher kind.", "其下级单位的级别不低于所选级别。"));
            return Unit.CheckPlace(request.Kind, parent.Kind);
        }

        private async Task<bool> InUseAsync(UnitId id, CancellationToken cancellationToken)
            => await db.Units.AnyAsync(u => u.ParentId == id && u.Active, cancellationToken) || await db.People.AnyAsync(p => p.UnitId == id && p.Active, cancellationToken);
    }
}
