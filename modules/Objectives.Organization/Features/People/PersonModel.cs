using System.Linq.Expressions;
using Objectives.Contracts.Organization;
using Objectives.Organization.Domain;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Features.People;

internal sealed record PersonModel(
    PersonId PersonId, long Version, string EmployeeNumber, string Name, string Email, Locale Locale, bool Active, UnitId UnitId, PositionId? PositionId, PersonId? SuperiorId,
    decimal RelativeStrength, bool IsExecutive, bool IsHr, bool IsAuditor, bool IsAdministrator) : IEntityModel
{
    public static readonly Expression<Func<Person, PersonModel>> Of = p => new(
        p.Id, p.Version, p.EmployeeNumber, p.Name, p.Email, p.Locale, p.Active, p.UnitId, p.PositionId, p.SuperiorId, p.RelativeStrength, p.IsExecutive, p.IsHr, p.IsAuditor, p.IsAdministrator);

    public Guid Id => PersonId.Value;

    /// <summary>With Leader when people report to him or he leads a unit.</summary>
    public IReadOnlySet<Role> RolesWhen(bool leads)
    {
        var roles = new HashSet<Role> { Role.Member };
        if (leads)
            roles.Add(Role.Leader);
        if (IsExecutive)
            roles.Add(Role.Executive);
        if (IsHr)
            roles.Add(Role.Hr);
        if (IsAuditor)
            roles.Add(Role.Auditor);
        if (IsAdministrator)
            roles.Add(Role.Administrator);
        return roles;
    }
}
