using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Platform;

/// <summary>
/// What holds for everything that any operation is given, in the address, a form or the body: texts are clean, days lie in
/// a span that no arithmetic leaves, lists hold no null, and choices are made by their names. Checked between the binding and the slice.
/// </summary>
public static class Intake
{
    static readonly DateOnly First = new(1900, 1, 1);
    static readonly DateOnly Last = new(2199, 12, 31);
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Shapes = new();

    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var services = context.ApplicationServices.GetRequiredService<IServiceProviderIsService>();
        var given = context.MethodInfo.GetParameters().Index()
            .Where(one => IsChecked(one.Item.ParameterType) && !services.IsService(one.Item.ParameterType)).ToList();
        if (given.Count == 0) return next;
        return invocation =>
        {
            foreach (var (index, parameter) in given)
            {
                // A body is the document itself, with texts that its reader has cleaned; the rest is pointed to by its name.
                var isBody = IsShape(parameter.ParameterType) && !parameter.IsDefined(typeof(AsParametersAttribute));
                var pointer = IsShape(parameter.ParameterType) ? "" : $"/{parameter.Name}";
                invocation.Arguments[index] = Checked(invocation.Arguments[index], pointer, isBody);
            }

            return next(invocation);
        };
    }

    /// <summary>JSON is UTF-8 (RFC 8259, 8.1); a body said to be anything else would be misread or not read at all.</summary>
    public static void RefuseOtherCharsets(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return;
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("charset", StatusCodes.Status415UnsupportedMediaType);
        // The framework's reader knows the name without its quotes alone.
        type.Charset = "utf-8";
        request.ContentType = type.ToString();
    }

    static object? Checked(object? value, string pointer, bool isBody)
    {
        switch (value)
        {
            case string when isBody:
                return value;
            case string text:
                return text.Contains('\0') ? throw new BadInput("request.unreadable") { Pointer = pointer } : CleanText.Of(text);
            case Enum choice when !Enum.IsDefined(choice.GetType(), choice):
                // An address takes a number for any choice, whether there is one of that number or not.
                throw new BadInput("request.unreadable") { Pointer = pointer };
            case DateOnly day:
                Require(day, pointer);
                return value;
            case DateTime at:
                Require(DateOnly.FromDateTime(at), pointer);
                return value;
            case DateTimeOffset at:
                Require(DateOnly.FromDateTime(at.DateTime), pointer);
                return value;
            case string?[] texts when !isBody:
                for (var i = 0; i < texts.Length; i++) texts[i] = (string?)Checked(texts[i], $"{pointer}/{i}", isBody);
                return value;
            case IEnumerable items when IsChecked(value.GetType()):
                foreach (var (i, item) in items.Cast<object?>().Index()) Checked(item ?? throw Missing($"{pointer}/{i}"), $"{pointer}/{i}", isBody);
                return value;
            case { } shape when IsShape(shape.GetType()):
                foreach (var property in Shapes.GetOrAdd(shape.GetType(), Properties))
                {
                    var before = property.GetValue(shape);
                    var after = Checked(before, $"{pointer}/{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}", isBody);
                    if (before is string && !ReferenceEquals(before, after)) property.SetValue(shape, after);
                }

                return value;
            default:
                return value;
        }
    }

    static void Require(DateOnly day, string pointer)
    {
        if (day < First || day > Last) throw new BadInput("request.day", ("first", $"{First:O}"), ("last", $"{Last:O}")) { Pointer = pointer };
    }

    static BadInput Missing(string pointer) => new("request.field-missing") { Pointer = pointer };

    /// <summary>Whether anything in values of the type is looked at.</summary>
    static bool IsChecked(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type.IsEnum || IsShape(type)
            || ItemOf(type) is { } item && (!item.IsValueType || IsChecked(item));
    }

    static Type? ItemOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type) ? type.GetElementType() ?? type.GenericTypeArguments.FirstOrDefault() : null;

    static bool IsShape(Type type) => type is { IsClass: true, IsAbstract: false } && type.Assembly == typeof(Intake).Assembly;

    /// <summary>What the reader fills; what a shape computes from it may rely on the checks.</summary>
    static PropertyInfo[] Properties(Type shape) =>
    [
        .. shape.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0 && IsChecked(property.PropertyType)),
    ];
}
