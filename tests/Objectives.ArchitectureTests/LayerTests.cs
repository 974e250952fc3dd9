using System.Reflection;
using NetArchTest.Rules;

namespace Objectives.ArchitectureTests
{
    public sealed class LayerTests
    {
        [Fact]
        public void Domain_is_free_of_EF_MediatR_and_GraphQL()
        {
            foreach (var assembly in Solution.ModuleAssemblies)
                In(assembly, "Domain").GetTypes().ShouldNotBeEmpty(assembly.GetName().Name);
            Solution.ModuleAssemblies.SelectMany(a => Dependent(a, "Domain", "Microsoft.EntityFrameworkCore", "MediatR", "GraphQL", "GraphQLParser")).ShouldBeEmpty();
            Dependent(typeof(LayerTests).Assembly, "Domain", "Microsoft.EntityFrameworkCore", "MediatR", "GraphQL").ShouldBe(["Planted.Domain.AggregateThatKnowsItsTable"]);
        }

        [Fact]
        public void The_API_maps_and_sends_and_touches_no_database()
        {
            foreach (var assembly in Solution.ModuleAssemblies)
                In(assembly, "Api").GetTypes().ShouldNotBeEmpty(assembly.GetName().Name);
            Solution.ModuleAssemblies.SelectMany(a => Dependent(a, "Api", "Microsoft.EntityFrameworkCore")).ShouldBeEmpty();
            Dependent(typeof(LayerTests).Assembly, "Api", "Microsoft.EntityFrameworkCore").ShouldBe(["Planted.Api.ResolverThatReadsTables"]);
        }

        private static PredicateList In(Assembly assembly, string layer) => Types.InAssembly(assembly).That().ResideInNamespaceMatching($@"\.{layer}(\.|$)");

        private static IEnumerable<string> Dependent(Assembly assembly, string layer, params string[] on) => In(assembly, layer).ShouldNot().HaveDependencyOnAny(on).GetResult().FailingTypeNames ?? [];
    }
}

namespace Planted.Domain
{
    internal sealed class AggregateThatKnowsItsTable
    {
        public Microsoft.EntityFrameworkCore.DbContext? Table { get; set; }
    }

    internal sealed class AggregateAsItShouldBe
    {
        public string Name { get; set; } = string.Empty;
    }
}

namespace Planted.Api
{
    internal static class ResolverThatReadsTables
    {
        public static int Count(Microsoft.EntityFrameworkCore.DbContext db) => db.ChangeTracker.Entries().Count();
    }
}
