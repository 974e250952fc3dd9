using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Objectives.Platform.Modules;

namespace Objectives.ArchitectureTests;

/// <summary>A project file and what it refers to; an unused reference leaves no trace in what is compiled.</summary>
internal sealed record Project(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static Project Read(string path) => Parse(path, File.ReadAllText(path));

    public static Project Parse(string path, string text)
    {
        var xml = XDocument.Parse(text);
        IReadOnlyList<string> Includes(string element) => [.. xml.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>()];
        return new(
            Path.GetFileNameWithoutExtension(path), Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!,
            [.. Includes("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))], Includes("PackageReference"));
    }
}

/// <summary>All that the rules are about, found rather than listed.</summary>
internal static class Solution
{
    /// <summary>The program's assemblies.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Objectives.*.dll").Where(f => !f.EndsWith("Tests.dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Assembly.LoadFrom),
    ];

    public static Assembly Platform { get; } = typeof(IModule).Assembly;

    /// <summary>The modules, without what they all stand on.</summary>
    public static IReadOnlyList<IModule> Modules { get; } =
    [
        .. Assemblies.Where(a => a != Platform).SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.IsAbstract && typeof(IModule).IsAssignableFrom(t)).Select(t => (IModule)Activator.CreateInstance(t)!),
    ];

    public static IReadOnlyList<Assembly> ModuleAssemblies { get; } = [.. Modules.Select(m => m.GetType().Assembly)];

    public static IReadOnlyList<Project> Projects { get; } =
    [
        .. new[] { "modules", "src", "tests" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.csproj", SearchOption.AllDirectories)).Select(Project.Read),
    ];

    public static bool IsModule(string? assembly) => ModuleAssemblies.Any(a => a.GetName().Name == assembly);

    public static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
