using System.Reflection;
using System.Runtime.CompilerServices;
using Objectives.Contracts;

namespace Objectives.ArchitectureTests;

public sealed class EventTests
{
    [Fact]
    public void Integration_events_are_immutable_versioned_and_in_Contracts()
    {
        var events = Solution.Assemblies.SelectMany(Events).ToList();
        events.Count.ShouldBeGreaterThanOrEqualTo(3);
        events.ShouldAllBe(e => e.Assembly == typeof(IIntegrationEvent).Assembly);
        events.SelectMany(Faults).ShouldBeEmpty();
        Events(typeof(EventTests).Assembly).SelectMany(Faults).ShouldBe(["MutableEvent has no version", "MutableEvent is not sealed", "MutableEvent.Name can be set", "MutableEvent.Count can be set"], ignoreOrder: true);
    }

    private static IEnumerable<Type> Events(Assembly assembly) => assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IIntegrationEvent).IsAssignableFrom(t));

    private static IEnumerable<string> Faults(Type type)
    {
        if (type.GetCustomAttribute<EventVersionAttribute>() is not { Version: > 0 })
            yield return $"{type.Name} has no version";
        if (!type.IsSealed)
            yield return $"{type.Name} is not sealed";
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        foreach (var property in type.GetProperties(all).Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))))
            yield return $"{type.Name}.{property.Name} can be set";
        foreach (var field in type.GetFields(all).Where(f => !f.IsInitOnly && !f.IsDefined(typeof(CompilerGeneratedAttribute))))
            yield return $"{type.Name}.{field.Name} can be set";
    }

#pragma warning disable CA1852, CS0649 // Planted to be found.
    private class MutableEvent : IIntegrationEvent
    {
        public int Count;

        public Guid AggregateId => Guid.Empty;

        public string Name { get; set; } = string.Empty;
    }
#pragma warning restore CA1852, CS0649
}
