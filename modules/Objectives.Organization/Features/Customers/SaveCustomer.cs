using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Customers;

/// <summary>Adds or changes a customer and the factor scores by which targets are split to him (S6.8 step 4).</summary>
/// <remarks>Fails with NOT_FOUND, CONFLICT, DUPLICATE (code), FORBIDDEN_BY_STATE (a region or account owner that is no longer active).</remarks>
internal static class SaveCustomer
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        CustomerId? Id, long? ExpectedVersion, string Code, string Name, RegionId RegionId, Optional<PersonId?> AccountOwnerId, CustomerProfile Profile, bool? Active) : ICommand<CustomerId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Unit.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Unit.MaxNameLength);
            RuleFor(c => c.Profile.Strength).Score();
            RuleFor(c => c.Profile.Finances).Score();
            RuleFor(c => c.Profile.Credit).Score();
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, CustomerId>
    {
        public async Task<Result<CustomerId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldStructureAsync(cancellationToken);
            var customer = request.Id is { } id ? await db.Customers.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
            if (request.Id is not null && customer is null)
                return Error.NotFound("id");
            if (customer?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await db.Customers.AnyAsync(c => c.Code == request.Code.Trim() && c.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return References.CodeTaken(request.Code);
            return (await ApplyAsync(db, customer, request, cancellationToken)).Map(c => c.Id);
        }
    }

    /// <summary>Checks what a new or known customer refers to, and changes it; imports do the same.</summary>
    public static async Task<Result<Customer>> ApplyAsync(OrganizationDb db, Customer? customer, Command request, CancellationToken cancellationToken)
    {
        if (await db.CheckRegionAsync("regionId", request.RegionId, customer is { Active: true } ? customer.RegionId : null, cancellationToken) is { } noRegion)
            return noRegion;
        var ownerId = request.AccountOwnerId.Or(customer?.AccountOwnerId);
        if (await db.CheckPersonAsync("accountOwnerId", ownerId, customer?.AccountOwnerId, cancellationToken) is { } noOwner)
            return noOwner;

        if (customer is null)
            db.Customers.Add(customer = Customer.Create(request.Code, request.Name, request.RegionId, ownerId, request.Profile));
        customer.Change(request.Code, request.Name, request.RegionId, ownerId, request.Profile, request.Active ?? customer.Active);
        return customer;
    }
}
