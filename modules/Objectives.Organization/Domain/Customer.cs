using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>A customer of a region. Its profile's scores, each 0–100, are the factors by which S6.8 splits targets to customers.</summary>
internal sealed class Customer : Aggregate
{
    private Customer()
    {
    }

    public CustomerId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public RegionId RegionId { get; private set; }

    public PersonId? AccountOwnerId { get; private set; }

    public CustomerProfile Profile { get; private set; } = new(0, 0, 0);

    public bool Active { get; private set; } = true;

    public static Customer Create(string code, string name, RegionId regionId, PersonId? accountOwnerId, CustomerProfile profile, CustomerId? id = null)
    {
        var customer = new Customer { Id = id ?? CustomerId.New() };
        customer.Change(code, name, regionId, accountOwnerId, profile, active: true);
        return customer;
    }

    public void Change(string code, string name, RegionId regionId, PersonId? accountOwnerId, CustomerProfile profile, bool active)
    {
        Code = code.Trim();
        Name = name.Trim();
        RegionId = regionId;
        AccountOwnerId = accountOwnerId;
        Profile = profile;
        Active = active;
    }
}

/// <summary>Scores 0–100.</summary>
internal sealed record CustomerProfile(int Strength, int Finances, int Credit);
