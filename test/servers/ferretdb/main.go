// Runs FerretDB on SQLite as a plain process: `ferretdb ADDRESS FOLDER`.
// It ends when its standard input does, so that it never outlives the tests that started it.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: ferretdb ADDRESS FOLDER")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	socket := filepath.Join(os.Args[2], "socket")
	_ = os.Remove(socket) // Left by a process that was killed.
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{Unix: socket},
		Handler:   "sqlite",
		SQLiteURL: "file:" + os.Args[2] + "/",
	})
	if err != nil {
		log.Fatal(err)
	}
	go serveInTurn(ctx, os.Args[1], socket)
	if err := server.Run(ctx); err != nil {
		log.Fatal(err)
	}
}
