using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>Changes something: validated, then run and audited inside one transaction.</summary>
public interface ICommand<out T> : IRequest<T>;

/// <summary>Reads something: validated, without a transaction.</summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>
/// Carries a secret in its request or its answer. Neither is kept for <c>Idempotency-Key</c>, not even as a hash: what such
/// a command does fails or is harmless when repeated.
/// </summary>
public interface ISecret;

/// <summary>The answer of a command that has nothing to tell beyond having happened.</summary>
public sealed record Done;
