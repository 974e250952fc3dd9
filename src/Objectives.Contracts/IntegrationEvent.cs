using MediatR;

namespace Objectives.Contracts;

/// <summary>
/// What one module tells the others, at least once and in order per aggregate. Immutable; a change of shape is a new type
/// with the next <see cref="EventVersionAttribute"/>.
/// </summary>
public interface IIntegrationEvent : INotification
{
    /// <summary>The aggregate by which order is kept.</summary>
    Guid AggregateId { get; }
}

/// <summary>Webhooks may ask for it, by the record's name: its first parameter is the subject's id, and its ids and plain facts are told.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForWebhooksAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class)]
public sealed class EventVersionAttribute(int version) : Attribute
{
    public int Version { get; } = version;
}
