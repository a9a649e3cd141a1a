package main

import (
	"context"
	"encoding/binary"
	"io"
	"log"
	"net"
	"sync"
)

const (
	headerBytes     = 16
	messageBytesMax = 64 << 20
	opMsg           = 2013
	moreToCome      = 1 << 1
)

// serveInTurn lets one request at a time through to the server behind the socket. FerretDB 1.24 reads, then writes by id:
// two updates at once both find the document as it was. MongoDB changes a document in one step, and adapters rely on it.
func serveInTurn(ctx context.Context, address, socket string) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	context.AfterFunc(ctx, func() { _ = listener.Close() })
	var turn sync.Mutex
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		go serveClient(client, socket, &turn)
	}
}

func serveClient(client net.Conn, socket string, turn *sync.Mutex) {
	defer client.Close()
	server, err := net.Dial("unix", socket)
	if err != nil {
		return // Not ready yet: the client asks again.
	}
	defer server.Close()
	for {
		request, err := readMessage(client)
		if err != nil {
			return
		}
		answer, err := ask(server, request, turn)
		if err != nil {
			return
		}
		if _, err := client.Write(answer); err != nil {
			return
		}
	}
}

// ask returns the answer, which is empty for a message that wants none.
func ask(server net.Conn, request []byte, turn *sync.Mutex) ([]byte, error) {
	turn.Lock()
	defer turn.Unlock()
	if _, err := server.Write(request); err != nil {
		return nil, err
	}
	if binary.LittleEndian.Uint32(request[12:]) == opMsg && binary.LittleEndian.Uint32(request[headerBytes:])&moreToCome != 0 {
		return nil, nil
	}
	return readMessage(server)
}

func readMessage(from io.Reader) ([]byte, error) {
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header)
	if length < headerBytes+4 || length > messageBytesMax {
		return nil, io.ErrUnexpectedEOF
	}
	message := make([]byte, length)
	copy(message, header)
	_, err := io.ReadFull(from, message[headerBytes:])
	return message, err
}
