using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Organization.Domain;

internal enum UnitKind
{
    Company,
    Division,
    Department,
    Team,
}

/// <summary>A part of the company. Units form one tree; a unit is of a lower kind than the one above it.</summary>
internal sealed class Unit : Aggregate
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;

    private Unit()
    {
    }

    public UnitId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public UnitKind Kind { get; private set; }

    public UnitId? ParentId { get; private set; }

    public PersonId? LeaderId { get; private set; }

    public bool Active { get; private set; } = true;

    public static Unit Create(string code, string name, UnitKind kind, UnitId? parentId, PersonId? leaderId, UnitId? id = null)
    {
        var unit = new Unit { Id = id ?? UnitId.New() };
        unit.Change(code, name, kind, parentId, leaderId, active: true);
        return unit;
    }

    public void Change(string code, string name, UnitKind kind, UnitId? parentId, PersonId? leaderId, bool active)
    {
        Code = code.Trim();
        Name = name.Trim();
        Kind = kind;
        ParentId = parentId;
        LeaderId = leaderId;
        Active = active;
        Raise(new UnitChanged(Id));
    }

    /// <summary>A unit stands under one of a higher kind, and only a company stands under none (S6.1's levels need it).</summary>
    public static Error? CheckPlace(UnitKind kind, UnitKind? parentKind) => (kind, parentKind) switch
    {
        (UnitKind.Company, null) => null,
        (UnitKind.Company, _) => Error.Invalid("parentId", new("A company stands under no other unit.", "公司不能隶属于其他单位。")),
        (_, null) => Error.Required("parentId"),
        _ when parentKind < kind => null,
        _ => Error.Invalid("parentId", new($"A {kind} stands under a higher kind of unit, not under a {parentKind}.", "上级单位的级别必须高于本单位。")),
    };
}
