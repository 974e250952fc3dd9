using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Units;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Positions;

/// <summary>Adds or changes a position and its responsibilities (S6.3).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, DUPLICATE (code), FORBIDDEN_BY_STATE (a unit or region that is no longer active).</remarks>
internal static class SavePosition
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        PositionId? Id, long? ExpectedVersion, string Code, string Title, UnitId UnitId, Optional<RegionId?> RegionId, Optional<decimal?> RelativeStrength,
        Optional<IReadOnlyList<ResponsibilityInput>> Responsibilities) : ICommand<PositionId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Unit.MaxCodeLength);
            RuleFor(c => c.Title).RequiredText(Unit.MaxNameLength);
            RuleFor(c => c.RelativeStrength.Value).RelativeWeight();
            RuleFor(c => c.Responsibilities.Value).AtMost(Responsibility.MaxCount);
            RuleForEach(c => c.Responsibilities.Value).SetValidator(new ResponsibilityInput.Validator());
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, PositionId>
    {
        public async Task<Result<PositionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var position = request.Id is { } id ? await db.Positions.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
            if (request.Id is not null && position is null)
                return Error.NotFound("id");
            if (position?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await db.Positions.AnyAsync(p => p.Code == request.Code.Trim() && p.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return References.CodeTaken(request.Code);
            var duties = position is null ? [] : await db.Responsibilities.Where(r => r.HolderId == position.Key).ToListAsync(cancellationToken);
            return (await ApplyAsync(db, position, duties, request, cancellationToken)).Map(p => p.Id);
        }
    }

    /// <summary>Checks what a new or known position refers to, and changes it with its responsibilities; imports do the same.</summary>
    public static async Task<Result<Position>> ApplyAsync(OrganizationDb db, Position? position, IReadOnlyList<Responsibility> duties, Command request, CancellationToken cancellationToken)
    {
        if (ResponsibilityInput.Check(duties, request.Responsibilities) is { } noDuty)
            return noDuty;
        if (await db.CheckUnitAsync("unitId", request.UnitId, position?.UnitId, cancellationToken) is { } noUnit)
            return noUnit;
        var regionId = request.RegionId.Or(position?.RegionId);
        if (await db.CheckRegionAsync("regionId", regionId, position?.RegionId, cancellationToken) is { } noRegion)
            return noRegion;

        var strength = request.RelativeStrength.Or(position?.RelativeStrength) ?? 1;
        if (position is null)
            db.Positions.Add(position = Position.Create(request.Code, request.Title, request.UnitId, regionId, strength));
        else
            position.Change(request.Code, request.Title, request.UnitId, regionId, strength);
        ResponsibilityInput.Apply(db, position.Key, duties, request.Responsibilities);
        return position;
    }
}
