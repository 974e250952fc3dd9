using System.Reflection;

namespace Objectives.ArchitectureTests;

public sealed class ReferenceTests
{
    private static readonly string[] MayKnowModules = ["Objectives.Gateway", "Objectives.Migrations"];

    [Fact]
    public void No_module_refers_to_a_module_and_beside_them_only_Gateway_and_Migrations_do()
    {
        Solution.Modules.Count.ShouldBeGreaterThanOrEqualTo(2);
        var compiled = Solution.Assemblies.Select(a => (a.GetName().Name!, References(a))).ToList();
        compiled.Count.ShouldBeGreaterThanOrEqualTo(6);
        ToModules(compiled).ShouldBeEmpty();

        var written = Solution.Projects.Where(p => p.Folder != "tests").Select(p => (p.Name, p.Projects)).ToList();
        written.Select(p => p.Name).ShouldBe(compiled.Select(a => a.Item1), ignoreOrder: true);
        ToModules(written).ShouldBeEmpty();
    }

    [Fact]
    public void Such_a_reference_is_found()
    {
        var (module, other) = (Solution.ModuleAssemblies[0].GetName().Name!, Solution.ModuleAssemblies[1].GetName().Name!);
        ToModules([(module, [other])]).ShouldBe([$"{module} refers to {other}"]);
        ToModules([("Objectives.Platform", [module])]).ShouldNotBeEmpty();
        ToModules([("These tests", References(typeof(ReferenceTests).Assembly))]).ShouldBe([$"These tests refers to {typeof(Objectives.Planning.PlanningModule).Assembly.GetName().Name}"]);
        var planted = Project.Parse($"/x/modules/{module}/{module}.csproj", $"""<Project><ItemGroup><ProjectReference Include="..\{other}\{other}.csproj" /></ItemGroup></Project>""");
        ToModules([(planted.Name, planted.Projects)]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Contracts_stands_on_the_base_library_and_MediatR_alone()
    {
        var contracts = typeof(Objectives.Contracts.IIntegrationEvent).Assembly;
        References(contracts).ShouldContain("MediatR");
        BesideTheBase(References(contracts)).ShouldBeEmpty();
        var project = Solution.Projects.Single(p => p.Name == contracts.GetName().Name);
        (project.Projects, project.Packages).ShouldSatisfyAllConditions(p => p.Projects.ShouldBeEmpty(), p => p.Packages.ShouldBe(["MediatR"]));
        BesideTheBase(References(Solution.Platform)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Modules_stand_on_Contracts_and_Platform()
    {
        foreach (var project in Solution.Projects.Where(p => Solution.IsModule(p.Name)))
            project.Projects.ShouldBe(["Objectives.Contracts", "Objectives.Platform"], ignoreOrder: true);
    }

    [Fact]
    public void Only_the_module_itself_is_public()
    {
        foreach (var assembly in Solution.ModuleAssemblies)
            PublicBesideTheModule(assembly).ShouldBeEmpty();
        PublicBesideTheModule(typeof(ReferenceTests).Assembly).ShouldContain(nameof(ReferenceTests));
    }

    private static IReadOnlyList<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(r => r.Name!)];

    private static IEnumerable<string> ToModules(IEnumerable<(string Name, IReadOnlyList<string> References)> projects)
        => from project in projects
           where !MayKnowModules.Contains(project.Name)
           from reference in project.References
           where Solution.IsModule(reference)
           select $"{project.Name} refers to {reference}";

    private static IEnumerable<string> BesideTheBase(IEnumerable<string> references) => references.Where(r => !r.StartsWith("System.", StringComparison.Ordinal) && r is not ("MediatR" or "netstandard"));

    private static IEnumerable<string> PublicBesideTheModule(Assembly assembly) => assembly.GetExportedTypes().Where(t => !Solution.Modules.Any(m => m.GetType() == t)).Select(t => t.Name);
}
