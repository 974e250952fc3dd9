using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Regions;

/// <summary>Adds or changes a region and the factor scores by which targets are split to it (S6.8 step 3).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, DUPLICATE (code), FORBIDDEN_BY_STATE (deactivated with active customers, or of a unit that is no longer active).</remarks>
internal static class SaveRegion
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        RegionId? Id, long? ExpectedVersion, string Code, string Name, UnitId UnitId, RegionProfile Profile, Optional<decimal?> DevelopmentWeight, bool? Active) : ICommand<RegionId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Unit.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Unit.MaxNameLength);
            RuleFor(c => c.DevelopmentWeight.Value).RelativeWeight();
            RuleFor(c => c.Profile.Characteristics).Score();
            RuleFor(c => c.Profile.StrategicDeployment).Score();
            RuleFor(c => c.Profile.Development).Score();
            RuleFor(c => c.Profile.Environment).Score();
            RuleFor(c => c.Profile.Competition).Score();
            RuleFor(c => c.Profile.Resources).Score();
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, RegionId>
    {
        public async Task<Result<RegionId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldStructureAsync(cancellationToken);
            var region = request.Id is { } id ? await db.Regions.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
            if (request.Id is not null && region is null)
                return Error.NotFound("id");
            if (region?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await db.Regions.AnyAsync(r => r.Code == request.Code.Trim() && r.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return References.CodeTaken(request.Code);
            return (await ApplyAsync(db, region, request, cancellationToken)).Map(r => r.Id);
        }
    }

    /// <summary>Checks what a new or known region refers to and who stands on it, and changes it; imports do the same.</summary>
    public static async Task<Result<Region>> ApplyAsync(OrganizationDb db, Region? region, Command request, CancellationToken cancellationToken)
    {
        if (await db.CheckUnitAsync("unitId", request.UnitId, region is { Active: true } ? region.UnitId : null, cancellationToken) is { } noUnit)
            return noUnit;
        if (request.Active == false && region is { Active: true } && await db.Customers.CountAsync(c => c.RegionId == region.Id && c.Active, cancellationToken) is > 0 and var customers)
        {
            return new Error(
                ErrorCode.ForbiddenByState, new($"Move its customers ({customers}) to another region first.", $"请先将该区域的 {customers} 个客户转移到其他区域。"), "active",
                new Dictionary<string, object?> { ["customers"] = customers });
        }

        var weight = request.DevelopmentWeight.Or(region?.DevelopmentWeight) ?? 1;
        if (region is null)
            db.Regions.Add(region = Region.Create(request.Code, request.Name, request.UnitId, request.Profile, weight));
        region.Change(request.Code, request.Name, request.UnitId, request.Profile, weight, request.Active ?? region.Active);
        return region;
    }
}
