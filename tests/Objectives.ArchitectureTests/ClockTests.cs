using System.Reflection;
using Mono.Cecil;

namespace Objectives.ArchitectureTests;

public sealed class ClockTests
{
    /// <summary>Durations may be taken from Stopwatch and TickCount, and an id may take its time from where it will: it decides nothing.</summary>
    private static readonly string[] Forbidden =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
    ];

    [Fact]
    public void The_system_clock_is_read_through_TimeProvider_alone()
    {
        Solution.Assemblies.Count.ShouldBeGreaterThanOrEqualTo(6);
        Solution.Assemblies.SelectMany(Reads).ShouldBeEmpty();
        Reads(typeof(ClockTests).Assembly).ShouldBe([$"{typeof(Planted).FullName} calls System.DateTime::get_UtcNow", $"{typeof(Planted).FullName}+<>c calls System.DateTimeOffset::get_Now"], ignoreOrder: true);
    }

    private static IReadOnlyList<string> Reads(Assembly assembly)
    {
        using var compiled = AssemblyDefinition.ReadAssembly(assembly.Location);
        return [.. from type in compiled.MainModule.GetTypes()
                   from method in type.Methods
                   where method.HasBody
                   from instruction in method.Body.Instructions
                   let called = instruction.Operand is MethodReference target ? $"{target.DeclaringType.FullName}::{target.Name}" : null
                   where Forbidden.Contains(called)
                   select $"{type.FullName.Replace('/', '+')} calls {called}"];
    }

    private sealed class Planted
    {
        public DateTime Read() => DateTime.UtcNow;

        public Func<DateTimeOffset> Later { get; } = static () => DateTimeOffset.Now;
    }
}
