using System.Runtime.InteropServices;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace Objectives.Gateway.Transport;

/// <summary>Tokens of a document and the deepest nesting of its brackets, counted before a syntax tree is built.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenCount(int Tokens, int Nesting)
{
    public static TokenCount Of(string query)
    {
        var source = (ROM)query;
        int tokens = 0, nesting = 0, deepest = 0;
        for (var at = 0; at < query.Length;)
        {
            Token token;
            try
            {
                token = Lexer.Lex(source, at);
            }
            catch (GraphQLSyntaxErrorException)
            {
                break; // The parser will say where and why.
            }
            if (token.Kind == TokenKind.EOF)
                break;
            tokens++;
            at = token.End;
            if (token.Kind is TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L)
                deepest = Math.Max(deepest, ++nesting);
            else if (token.Kind is TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R)
                nesting--;
        }
        return new(tokens, deepest);
    }
}
