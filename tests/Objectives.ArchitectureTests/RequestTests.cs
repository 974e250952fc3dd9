using System.Reflection;
using FluentValidation;
using MediatR;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Objectives.Contracts.Organization;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ArchitectureTests;

public sealed class RequestTests
{
    private static readonly IReadOnlyList<Assembly> Subjects = [Solution.Platform, .. Solution.ModuleAssemblies];

    [Fact]
    public void Every_command_has_a_validator()
    {
        Commands(Subjects).Count().ShouldBeGreaterThan(10);
        Subjects.SelectMany(WithoutValidator).ShouldBeEmpty();
        WithoutValidator(typeof(Planted).Assembly).ShouldBe([typeof(Planted.Unchecked)]);
    }

    /// <summary>What a business day asks for is sent by the program itself, which may do everything; no caller can send it, since no API names it and the pipeline denies it.</summary>
    [Fact]
    public void Every_command_says_who_may_send_it()
    {
        Subjects.SelectMany(WithoutRule).ShouldBeEmpty();
        WithoutRule(typeof(Planted).Assembly).ShouldBe([typeof(Planted.Unchecked)]);
        Commands(Subjects).Where(c => typeof(IDailyCommand).IsAssignableFrom(c)).Where(HasAttribute).ShouldBeEmpty();
    }

    [Fact]
    public void Every_query_says_who_may_send_it()
    {
        Queries(Subjects).Count().ShouldBeGreaterThan(20);
        Queries(Subjects).Where(q => !HasAttribute(q)).ShouldBeEmpty();
        Queries([typeof(Planted).Assembly]).Where(q => !HasAttribute(q)).ShouldBe([typeof(Planted.OpenQuery)]);
    }

    [Fact]
    public void Handlers_are_sealed()
    {
        Handlers(Subjects).Count().ShouldBeGreaterThan(40);
        Handlers(Subjects).Where(h => !h.IsSealed).ShouldBeEmpty();
        Handlers([typeof(Planted).Assembly]).Where(h => !h.IsSealed).ShouldBe([typeof(Planted.OpenHandler)]);
    }

    [Fact]
    public void No_handler_sends_a_command()
    {
        Subjects.SelectMany(CommandsMadeByHandlers).ShouldBeEmpty();
        CommandsMadeByHandlers(typeof(Planted).Assembly).ShouldBe([$"{typeof(Planted.OpenHandler).FullName} makes {typeof(Planted.Unchecked).FullName}"]);
    }

    private static IEnumerable<Type> Commands(IEnumerable<Assembly> assemblies) => assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.IsAbstract && typeof(ICommand).IsAssignableFrom(t));

    private static IEnumerable<Type> Queries(IEnumerable<Assembly> assemblies) => assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.IsAbstract && typeof(IQuery).IsAssignableFrom(t));

    private static IEnumerable<Type> Handlers(IEnumerable<Assembly> assemblies) => assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.IsAbstract && t.GetInterfaces().Any(IsHandler));

    private static bool IsHandler(Type shape) => shape.IsGenericType && (shape.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || shape.GetGenericTypeDefinition() == typeof(INotificationHandler<>));

    private static bool HasAttribute(Type request) => request.IsDefined(typeof(AllowedToAttribute), false) || request.IsDefined(typeof(AllowedToEveryoneAttribute), false);

    private static IEnumerable<Type> WithoutValidator(Assembly assembly)
        => Commands([assembly]).Where(c => !assembly.GetTypes().Any(t => t is { IsClass: true, IsAbstract: false } && typeof(IValidator<>).MakeGenericType(c).IsAssignableFrom(t)));

    private static IEnumerable<Type> WithoutRule(Assembly assembly)
        => Commands([assembly]).Where(c => !typeof(IDailyCommand).IsAssignableFrom(c) && !HasAttribute(c) && !assembly.GetTypes().Any(t => typeof(IAccessRule<>).MakeGenericType(c).IsAssignableFrom(t)));

    /// <summary>Also in what the compiler makes of a handler's lambdas and awaits.</summary>
    private static IEnumerable<string> CommandsMadeByHandlers(Assembly assembly)
    {
        using var compiled = AssemblyDefinition.ReadAssembly(assembly.Location);
        var commands = Commands([.. Subjects, assembly]).Select(Name).ToHashSet(StringComparer.Ordinal);
        var handlers = Handlers([assembly]).ToDictionary(Name, h => h.FullName!, StringComparer.Ordinal);
        return [.. from type in compiled.MainModule.GetTypes()
                   let handler = Enclosing(type).FirstOrDefault(t => handlers.ContainsKey(t.FullName))
                   where handler is not null
                   from method in type.Methods
                   where method.HasBody
                   from instruction in method.Body.Instructions
                   where instruction.OpCode == OpCodes.Newobj && commands.Contains(((MethodReference)instruction.Operand).DeclaringType.FullName)
                   select $"{handlers[handler.FullName]} makes {((MethodReference)instruction.Operand).DeclaringType.FullName.Replace('/', '+')}"];
    }

    private static IEnumerable<TypeDefinition> Enclosing(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
            yield return at;
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '/');

    internal static class Planted
    {
        public sealed record Unchecked : ICommand<int>;

        [AllowedTo(Role.Administrator)]
        public sealed record Checked : ICommand<int>;

        public sealed class Validator : AbstractValidator<Checked>;

        public sealed record OpenQuery : IQuery<int>;

#pragma warning disable CA1852 // Planted to be found.
        public class OpenHandler(IMediator mediator) : ICommandHandler<Checked, int>
        {
            public async Task<Result<int>> Handle(Checked request, CancellationToken cancellationToken) => await mediator.Send(new Unchecked(), cancellationToken);
        }
#pragma warning restore CA1852
    }
}
