// Package ext stands in for a nested module of Traefik that no module zip contains: extension points for its commercial
// edition, which are empty types in the free one. https://github.com/traefik/traefik/tree/v3.7.9/pkg/config/dynamic/ext
package ext

// HTTP extends the HTTP configuration by nothing.
type HTTP struct{}

// Router extends a router by nothing.
type Router struct{}

// RouterIng extends a router of an Ingress by nothing.
type RouterIng struct{}

// ToRouter is the router's form of the same nothing.
func (RouterIng) ToRouter() Router { return Router{} }
