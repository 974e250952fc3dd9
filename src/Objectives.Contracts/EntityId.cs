namespace Objectives.Contracts;

/// <summary>The identity of one kind of entity: a UUID v7. The type's name without "Id" is the entity's name in the API.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
