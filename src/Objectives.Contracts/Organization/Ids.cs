namespace Objectives.Contracts.Organization;

public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId New() => new(Guid.CreateVersion7());
}

public readonly record struct UnitId(Guid Value) : IEntityId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public static UnitId New() => new(Guid.CreateVersion7());
}

public readonly record struct PositionId(Guid Value) : IEntityId<PositionId>
{
    public static PositionId From(Guid value) => new(value);

    public static PositionId New() => new(Guid.CreateVersion7());
}

public readonly record struct RegionId(Guid Value) : IEntityId<RegionId>
{
    public static RegionId From(Guid value) => new(value);

    public static RegionId New() => new(Guid.CreateVersion7());
}

public readonly record struct CustomerId(Guid Value) : IEntityId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);

    public static CustomerId New() => new(Guid.CreateVersion7());
}

public readonly record struct ResponsibilityId(Guid Value) : IEntityId<ResponsibilityId>
{
    public static ResponsibilityId From(Guid value) => new(value);

    public static ResponsibilityId New() => new(Guid.CreateVersion7());
}

public readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public static SessionId New() => new(Guid.CreateVersion7());
}

public readonly record struct AccessTokenId(Guid Value) : IEntityId<AccessTokenId>
{
    public static AccessTokenId From(Guid value) => new(value);

    public static AccessTokenId New() => new(Guid.CreateVersion7());
}
