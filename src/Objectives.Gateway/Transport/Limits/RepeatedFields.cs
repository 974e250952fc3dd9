using System.Runtime.InteropServices;
using GraphQLParser;
using GraphQLParser.AST;

namespace Objectives.Gateway.Transport;

/// <summary>
/// Counts the fields of an operation that ask again for what one at the same place of the answer asked already. Validation compares them
/// pair by pair, so that thousands would cost it seconds. Walks fragments as often as they are spread: only for operations of few fields.
/// </summary>
internal sealed class RepeatedFields
{
    private readonly HashSet<ROM> _open = [];
    private readonly GraphQLDocument _document;
    private int _repeated;

    private RepeatedFields(GraphQLDocument document) => _document = document;

    public static int Of(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var walk = new RepeatedFields(document);
        walk.Visit(operation.SelectionSet, new());
        return walk._repeated;
    }

    private void Visit(GraphQLSelectionSet selections, Place place)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    if (!place.Enter(field.Alias?.Name.Value ?? field.Name.Value, out var below))
                        _repeated++;
                    if (field.SelectionSet is { } set)
                        Visit(set, below);
                    break;
                case GraphQLInlineFragment inline:
                    Visit(inline.SelectionSet, place);
                    break;
                case GraphQLFragmentSpread spread:
                    Visit(spread.FragmentName.Name.Value, place);
                    break;
            }
        }
    }

    private void Visit(ROM name, Place place)
    {
        if (_document.FindFragmentDefinition(name) is not { } fragment || !_open.Add(name))
            return;
        Visit(fragment.SelectionSet, place);
        _open.Remove(name);
    }

    /// <summary>A place in the answer, with the places under it by response key.</summary>
    private sealed class Place
    {
        private Dictionary<ROM, Place>? _below;

        public bool Enter(ROM key, out Place below)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_below ??= [], key, out var known);
            below = place ??= new();
            return !known;
        }
    }
}
