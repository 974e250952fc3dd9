using System.Linq.Expressions;
using Objectives.Contracts.Organization;
using Objectives.Organization.Domain;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Features.Units;

internal sealed record UnitModel(UnitId UnitId, long Version, string Code, string Name, UnitKind Kind, UnitId? ParentId, PersonId? LeaderId, bool Active) : IEntityModel
{
    public static readonly Expression<Func<Unit, UnitModel>> Of = u => new(u.Id, u.Version, u.Code, u.Name, u.Kind, u.ParentId, u.LeaderId, u.Active);

    public Guid Id => UnitId.Value;
}

internal sealed record ResponsibilityModel(Guid Id, Guid HolderId, string Text, bool Retired) : IEntityModel;
